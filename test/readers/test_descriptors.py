"""Loads croissant.json with mlcroissant and validates datapackage.json with frictionless; says what does not hold and exits with 1."""

import json
import pathlib
import sys

from warehouse import Warehouse


def within_limits(descriptor):
    """The descriptor as frictionless can validate it: from Parquet it takes no list for an array, and a NULL among whole numbers is nan."""
    for resource in descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            is_required = field.get("constraints", {}).get("required", False)
            if field["type"] == "array":
                field["type"] = "any"
            elif field["type"] == "integer" and not is_required:
                field["type"] = "number"
    return descriptor


def croissant_faults(warehouse):
    import mlcroissant

    faults = []
    dataset = mlcroissant.Dataset(jsonld=str(warehouse.folder / "croissant.json"))
    issues = dataset.metadata.ctx.issues
    faults += [*issues.errors, *issues.warnings]
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

    path = warehouse.folder / "datapackage.json"
    whole = frictionless.Package.from_descriptor(json.loads(path.read_text()), basepath=str(warehouse.folder))
    faults = [str(error)[:200] for error in frictionless.Package.metadata_validate(whole.to_descriptor())]
    descriptor = within_limits(json.loads(path.read_text()))
    package = frictionless.Package.from_descriptor(descriptor, basepath=str(warehouse.folder))
    report = package.validate()
    faults += [f"{task.name}: {error.type}: {error.message[:160]}" for task in report.tasks for error in task.errors[:5]]
    faults += [str(error)[:200] for error in report.errors]
    return len(descriptor["resources"]), faults


def main(folders):
    return sum(main_of(Warehouse(pathlib.Path(folder))) for folder in folders)


def main_of(warehouse):
    """Number of faults of one warehouse."""
    failed = 0
    for what, faults_of in (("croissant.json", croissant_faults), ("datapackage.json", datapackage_faults)):
        total, faults = faults_of(warehouse)
        print(f"{what}: {total} tables, {len(faults)} faults")
        for fault in faults:
            print(f"  {fault}")
        failed += len(faults)
    return failed


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
