"""Loads croissant.json with mlcroissant and validates datapackage.json with frictionless; says what does not hold and exits with 1."""

import json
import pathlib
import sys

from warehouse import Warehouse


# Limits of frictionless itself: it reads a list from Parquet as no array, and a NULL among whole numbers as nan.
LIMITS = ('type is "array/default"', 'Type error in the cell "nan"')


def croissant_faults(warehouse):
    import mlcroissant

    faults = []
    dataset = mlcroissant.Dataset(jsonld=str(warehouse.folder / "croissant.json"))
    for record_set in dataset.metadata.record_sets:
        name = record_set.id
        try:
            rows = sum(1 for _ in dataset.records(record_set=name))
        except Exception as error:
            faults.append(f"{name}: {type(error).__name__}: {str(error)[:200]}")
            continue
        if rows != warehouse.rows(name):
            faults.append(f"{name}: expected {warehouse.rows(name)} records, found {rows}")
    return len(dataset.metadata.record_sets), faults


def datapackage_faults(warehouse):
    import frictionless

    descriptor = json.loads((warehouse.folder / "datapackage.json").read_text())
    package = frictionless.Package.from_descriptor(descriptor, basepath=str(warehouse.folder))
    report = package.validate()
    faults = [
        f"{task.name}: {error.type}: {error.message[:160]}"
        for task in report.tasks
        for error in task.errors
        if not any(limit in error.message for limit in LIMITS)
    ] + [str(error)[:200] for error in report.errors]
    return len(descriptor["resources"]), faults


def main(folder):
    warehouse = Warehouse(pathlib.Path(folder))
    failed = 0
    for what, faults_of in (("croissant.json", croissant_faults), ("datapackage.json", datapackage_faults)):
        total, faults = faults_of(warehouse)
        print(f"{what}: {total} tables, {len(faults)} faults")
        for fault in faults:
            print(f"  {fault}")
        failed += len(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
