"""Regular expressions of DuckDB (RE2) as Java reads them with the same meaning."""

# The edge of a word in RE2 knows ASCII only; Java's knows every letter, in some versions.
EDGE = "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))"
BLANKS = "\\t\\n\\f\\r "
FLAGS = {"i": "iu", "s": "s", "m": "m"}


class NoTranslation(Exception):
    """What Spark has no equal of, in words for who wrote the view."""


def java_pattern(pattern, options=""):
    """
    The pattern for java.util.regex: $ is the very end, a dot excludes only the line feed, \\s and \\b are ASCII, and case is ignored
    for all of Unicode.
    """
    unknown = set(options) - set("isg")
    if unknown:
        raise NoTranslation(f"option {''.join(sorted(unknown))} of a regular expression")
    flags = "".join(FLAGS[option] for option in options if option != "g")
    out, place, in_class = [f"(?d{flags})"], 0, False
    while place < len(pattern):
        char = pattern[place]
        if char == "\\":
            out.append(escape(pattern[place + 1], in_class))
            place += 2
            continue
        if char == "[" and not in_class:
            in_class = True
        elif char == "]" and in_class:
            in_class = False
        elif char == "[" or (char == "&" and in_class):
            char = "\\" + char
        elif char == "$" and not in_class:
            char = "\\z"
        elif pattern.startswith("(?", place) and not in_class:
            end = place + 2
            while pattern[end] in FLAGS:
                end += 1
            if pattern[end] not in ":)":
                raise NoTranslation(f"the group {pattern[place : end + 1]} of a regular expression")
            out.append("(?" + "".join(FLAGS[flag] for flag in pattern[place + 2 : end]) + pattern[end])
            place = end + 1
            continue
        out.append(char)
        place += 1
    return "".join(out)


def escape(char, in_class):
    if char == "s":
        return BLANKS if in_class else f"[{BLANKS}]"
    if char == "b" and not in_class:
        return EDGE
    if char in "dwDW" or not char.isalnum() or char in "nrtf":
        return "\\" + char
    raise NoTranslation(f"\\{char} of a regular expression")
