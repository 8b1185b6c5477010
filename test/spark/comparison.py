"""Compares the rows of queries in Spark with those of DuckDB, and counts what is equal."""

from rows import difference, sorted_rows


class Comparison:
    def __init__(self, spark, database):
        self.spark, self.database = spark, database
        self.equal, self.failed, self.rows = 0, 0, 0

    def compare(self, name, expected, make):
        """@param expected a query for DuckDB; make gives a frame of Spark"""
        cursor = self.database.execute(expected)
        names = [column[0] for column in cursor.description]
        rows = sorted_rows(names, cursor.fetchall(), names)
        try:
            wrong = self.wrong(make(), names, rows)
        except Exception as error:  # what fails has not the same rows
            wrong = str(error).split("\n\n")[0][:500]
        if wrong is None:
            self.equal += 1
            self.rows += len(rows)
        else:
            self.failed += 1
            print(f"  {name}: {wrong}")

    @staticmethod
    def wrong(frame, names, rows):
        found = [name for name in frame.columns if name != "patient_group"]
        if sorted(found) != sorted(names):
            return f"columns {found}, expected {names}"
        return difference(rows, sorted_rows(frame.columns, frame.collect(), names))

    def summary(self, what):
        return f"{what}: {self.equal} of {self.equal + self.failed} equal, {self.rows} rows"
