"""Registers the tables of a warehouse in Spark: columns with their comments and NOT NULL, `patient_group` as partition column.

The statements say NOT NULL. Catalogs that keep it (Delta, Iceberg) have it; Spark's own reader of Parquet makes every column nullable,
so that the property `imagenome.not_null` lists them, too.
"""

import json
import os


def register_tables(spark, warehouse, database="imagenome"):
    """Creates a table per Parquet table of the warehouse, stored roll-ups included, over its files. Gives their names."""
    folder = os.path.abspath(warehouse)
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
        resources = json.load(file)["resources"]
    spark.sql(f"create database if not exists {quoted(database)}")
    names = []
    for resource in resources:
        paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        if not paths or not paths[0].startswith("parquet/"):
            continue
        name = f"{quoted(database)}.{quoted(resource['name'])}"
        spark.sql(f"drop table if exists {name}")
        for statement in statements(spark, folder, name, resource, paths):
            spark.sql(statement)
        names.append(resource["name"])
    return names


def statements(spark, folder, name, resource, paths):
    is_partitioned = "/patient_group=" in paths[0]
    location = os.path.join(folder, paths[0].split("/patient_group=")[0] if is_partitioned else paths[0])
    types = {field.name: field.dataType.simpleString() for field in spark.read.parquet(os.path.join(folder, paths[0])).schema}
    columns = [column(field, types[field["name"]]) for field in resource["schema"]["fields"] if field["name"] in types]
    if is_partitioned:
        columns.append("`patient_group` string comment 'p and the first two digits of patient_id: the partition'")
    create = f"create table {name} ({', '.join(columns)}) using parquet "
    if is_partitioned:
        create += "partitioned by (patient_group) "
    required = [field["name"] for field in resource["schema"]["fields"] if is_required(field)]
    properties = f"'imagenome.not_null' = {text(','.join(required))}, 'imagenome.key' = {text(','.join(resource['schema'].get('primaryKey', [])))}"
    yield create + f"location {text(location)} comment {text(resource['description'])} tblproperties ({properties})"
    if is_partitioned:
        yield f"alter table {name} recover partitions"


def column(field, data_type):
    required = " not null" if is_required(field) else ""
    return f"{quoted(field['name'])} {data_type}{required} comment {text(field.get('description', ''))}"


def is_required(field):
    return field.get("constraints", {}).get("required") is True


def quoted(name):
    return "`" + name.replace("`", "``") + "`"


def text(value):
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
