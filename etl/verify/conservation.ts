import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { PlanCounts } from '../plan/counts.js';
import { identifier, literal } from '../schema/ddl.js';
import type { Part } from '../warehouse/files.js';
import { DATABASE } from '../warehouse/layout.js';
import type { Conservation, InputFacts } from '../warehouse/manifest.js';
import { countAll } from './count_all.js';
import { failed } from './failed.js';

/** What a build has written, to be found again on disk. */
export interface Written {
  /** The staging folder, its database closed. */
  readonly folder: string;
  readonly parts: readonly Part[];
  /** Names of the tables of the schema `derived`. */
  readonly derived: ReadonlySet<string>;
  readonly graphs: PlanCounts;
  readonly inputs: readonly InputFacts[];
}

/**
 * Opens the files of a build again and counts: graphs found are loaded, quarantined or repeated; every table has the rows that were
 * flattened or read, in the footers of its Parquet files and in DuckDB; every line of a text table is accounted for.
 * @throws UserError naming what is lost or doubled
 */
export async function proveConservation(written: Written): Promise<Conservation> {
  const instance = await DuckDBInstance.create(join(written.folder, DATABASE), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    const tables = await countTables(connection, written);
    const graphs = await countGraphs(connection, written.graphs);
    const conservation = { graphs, lines: countLines(written.inputs), tables };
    const [fault] = unbalanced(conservation);
    if (fault) throw failed(fault);
    return conservation;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What does not add up, in words. */
export function unbalanced({ graphs, lines, tables }: Conservation): string[] {
  const { found, loaded, quarantined, repeated } = graphs;
  const { found: all, ...kinds } = lines;
  const accounted = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  return [
    ...(found === loaded + quarantined + repeated
      ? []
      : [
          `graphs: expected the ${found} that were found, found ${loaded} loaded, ${quarantined} quarantined and ${repeated} repeated`,
        ]),
    ...(all === accounted ? [] : [`lines of text tables: expected ${all}, found ${accounted}`]),
    ...tables.flatMap(({ name, flattened, parquet, duckdb }) => {
      if (duckdb !== parquet)
        return [`${name}: expected the ${parquet} rows of its Parquet files, found ${duckdb} in ${DATABASE}`];
      if (flattened !== parquet)
        return [`${name}: expected the ${flattened} rows that were flattened or read, found ${parquet}`];
      return [];
    }),
  ];
}

async function countTables(connection: DuckDBConnection, written: Written): Promise<Conservation['tables']> {
  const { folder, parts, derived, inputs } = written;
  const names = [...new Set(parts.map(({ table }) => table))];
  const patterns = parts.map(({ path }) => literal(join(folder, path).replace(/[[*?]/g, '[$&]')));
  const footers = await connection.runAndReadAll(
    `select file_name, num_rows::integer from parquet_file_metadata([${patterns.join(', ')}])`,
  );
  const inFooters = new Map(footers.getRows().map(([path, rows]) => [path as string, rows as number]));
  const inDatabase = await countAll(
    connection,
    names.map((name) => `from ${derived.has(name) ? 'derived' : 'main'}.${identifier(name)}`),
  );
  return names.map((name, i) => {
    const own = parts.filter(({ table }) => table === name);
    const read = inputs.filter(({ table, rows }) => table === name && rows !== null);
    const flattened = read.length > 0 ? read.map(({ rows }) => rows!) : own.map(({ rows }) => rows);
    return {
      name,
      flattened: sum(flattened),
      parquet: sum(own.map(({ path }) => inFooters.get(join(folder, path)) ?? 0)),
      duckdb: inDatabase[i]!,
    };
  });
}

/** Graphs that were rejected as a whole have a row without a JSON pointer; those of text tables come from the load stage. */
async function countGraphs(
  connection: DuckDBConnection,
  { found, repeated, uncounted }: PlanCounts,
): Promise<Conservation['graphs']> {
  const [loaded, rejected] = await countAll(connection, [
    'from images',
    "from quarantine where json_pointer = '' and stage <> 'load'",
  ]);
  return { found, loaded: loaded!, quarantined: rejected! + uncounted, repeated };
}

/** The lines of all text tables. */
function countLines(inputs: readonly InputFacts[]): Conservation['lines'] {
  const read = inputs.flatMap(({ lines, rows, rejected }) => (lines ? [{ ...lines, rows, rejected }] : []));
  return {
    found: sum(read.map(({ lines }) => lines)),
    loaded: sum(read.map(({ rows }) => rows ?? 0)),
    rejected: sum(read.map(({ rejected }) => rejected ?? 0)),
    header: sum(read.map(({ header }) => header)),
    blank: sum(read.map(({ blank }) => blank)),
    continuation: sum(read.map(({ continuation }) => continuation)),
  };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
