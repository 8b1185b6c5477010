/**
 * How DuckDB names the kind of an error, e.g. `Out of Memory Error`; undefined when it is none of DuckDB's. What follows in its
 * message may quote the data, and so a sentence of a report.
 */
export function duckdbErrorKind(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : '';
  return /^(?:Failed to extract statements: )?((?:[A-Za-z]+ )+Error): /.exec(message)?.[1];
}

/** True when an error of DuckDB is of this kind or was caused by one, which DuckDB quotes behind its own words. */
export function isDuckdbError(error: unknown, kind: string): boolean {
  return duckdbErrorKind(error) !== undefined && (error as Error).message.includes(`${kind}: `);
}
