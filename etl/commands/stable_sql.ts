import type { DuckDBConnection } from '@duckdb/node-api';

/** Names that stand for what the clock or the session says, as a column or a function. */
const sessionNames: readonly string[] = [
  ...['current_date', 'current_time', 'current_timestamp', 'localtime', 'localtimestamp', 'today', 'now'],
  ...['current_setting', 'getvariable', 'current_user', 'session_user', 'user', 'current_query'],
  'pg_backend_pid',
];

/** Names of functions that answer otherwise each time, or by what is outside. */
export async function unstableNames(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  const read = await connection.runAndReadAll(
    "select function_name from duckdb_functions() group by function_name having bool_or(stability is not null and stability <> 'CONSISTENT')",
  );
  return new Set(read.getRows().map(([name]) => String(name).toLowerCase()));
}

/** What makes a part of a syntax tree answer otherwise each time, by name; undefined where nothing of the part itself does. */
export function unstableIn(
  node: Readonly<Record<string, unknown>>,
  unstable: ReadonlySet<string>,
): string | undefined {
  if (node.sample !== null && typeof node.sample === 'object') return 'a sample';
  const isCall = node.class === 'FUNCTION';
  const called = isCall ? String(node.function_name ?? '').toLowerCase() : onlyName(node);
  return (isCall && unstable.has(called)) || sessionNames.includes(called) ? called : undefined;
}

/** The name of a column that is named alone; '' of anything else. */
function onlyName({ class: kind, column_names: names }: Readonly<Record<string, unknown>>): string {
  const [name, ...others] = kind === 'COLUMN_REF' ? (names as string[]) : [];
  return name === undefined || others.length > 0 ? '' : name.toLowerCase();
}

/** As `unstableIn`, of a part and all that is within it. */
export function unstableWithin(part: unknown, unstable: ReadonlySet<string>): string | undefined {
  if (part === null || typeof part !== 'object') return undefined;
  const own = Array.isArray(part) ? undefined : unstableIn(part as Record<string, unknown>, unstable);
  if (own !== undefined) return own;
  for (const one of Object.values(part)) {
    const found = unstableWithin(one, unstable);
    if (found !== undefined) return found;
  }
  return undefined;
}
