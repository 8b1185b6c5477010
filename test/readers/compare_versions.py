"""Compares the answers of several DuckDB versions, each written by test_versions.py; says what differs and exits with 1."""

import json
import pathlib
import sys


def main(paths):
    answers = [json.loads(pathlib.Path(path).read_text()) for path in paths]
    first = answers[0]["found"]["open_file"]
    failed = 0
    for answer in answers:
        for way, found in answer["found"].items():
            wrong = {name for name, rows in found.items() if rows != first[name] or isinstance(rows, str)}
            print(f"DuckDB {answer['version']}, {way}: {len(found) - len(wrong)} of {len(found)} views and macros equal")
            for name in sorted(wrong):
                print(f"  {name}: {found[name] if isinstance(found[name], str) else 'other rows'}")
            failed += len(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
