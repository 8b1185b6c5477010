import { type Published, type Row, tableName } from './database.js';
import { fileList } from './parquet_form.js';

/** A file of a table: where its rows begin among those of the table, and how many there are. */
export interface Part {
  readonly path: string;
  readonly first: number;
  readonly rows: number;
}

/** What was read of a part. The sum of hashes, each over the place of a row and all its values, depends on their order. */
export interface PartSum {
  readonly part: Part;
  readonly sum: bigint;
  /** Least and greatest patient_id; null where there is none. */
  readonly least: number | null;
  readonly greatest: number | null;
}

const hashes = (place: string, columns: readonly string[]) =>
  `sum(hash(${[place, ...columns.map((name) => `"${name.replaceAll('"', '""')}"`)].join(', ')}))::varchar`;

const numberOf = (value: unknown) => BigInt((value as string | null) ?? 0);

/** Reads every row of the Parquet files of a table. */
export async function sumParts(
  database: Published,
  parts: readonly Part[],
  columns: readonly string[],
): Promise<PartSum[]> {
  const patient = columns.includes('patient_id') ? 'patient_id' : 'null';
  const place = `([${parts.map(({ first }) => first).join(', ')}]::bigint[])[file_index::bigint + 1] + file_row_number`;
  const rows = await database.rows(`
    select file_index, ${hashes(place, columns)} as sum,
      min(${patient}) as least, max(${patient}) as greatest
    from read_parquet(${fileList(
      database,
      parts.map(({ path }) => path),
    )}, hive_partitioning = false)
    group by file_index`);
  const byFile = new Map(rows.map((row) => [Number(row.file_index), row]));
  return parts.map((part, i) => {
    const { sum, least = null, greatest = null }: Row = byFile.get(i) ?? {};
    return { part, sum: numberOf(sum), least: least as number | null, greatest: greatest as number | null };
  });
}

/** The same sum over rows of the DuckDB table: all of them, or those that a part has. */
export async function sumTable(
  database: Published,
  table: { readonly name: string; readonly kind: string },
  columns: readonly string[],
  part?: Part,
): Promise<bigint> {
  const range = part ? ` where rowid between ${part.first} and ${part.first + part.rows - 1}` : '';
  const [row] = await database.rows(
    `select ${hashes('rowid::bigint', columns)} as sum from ${tableName(table)}${range}`,
  );
  return numberOf(row!.sum);
}

/** Whether table and files have the same rows, in whatever order. */
export async function haveSameRows(
  database: Published,
  table: { readonly name: string; readonly kind: string },
  parts: readonly Part[],
  columns: readonly string[],
): Promise<boolean> {
  const files = fileList(
    database,
    parts.map(({ path }) => path),
  );
  const [row] = await database.rows(`
    select
      (select ${hashes('0', columns)} from ${tableName(table)})
        is not distinct from
      (select ${hashes('0', columns)} from read_parquet(${files}, hive_partitioning = false)) as is_same`);
  return row!.is_same === true;
}
