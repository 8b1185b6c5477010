import { DATABASE, MANIFEST } from '../../warehouse/layout.js';
import type { Manifest } from '../../warehouse/manifest.js';
import { type CheckResult, type Finding, resultOf } from '../finding.js';
import type { CatalogEntry } from './catalog.js';
import { failureOf, type Published } from './database.js';
import { type Footer, parquetColumns, readFooters } from './parquet_form.js';
import { haveSameRows, type Part, type PartSum, sumParts, sumTable } from './row_sums.js';

type ManifestTable = Manifest['tables'][number];

/** What the checks of Parquet files look at. */
export interface ParquetInput {
  readonly manifest: Manifest;
  readonly database: Published;
  /** The table as it is in the database; undefined where it is not. */
  readonly tableOf: (table: ManifestTable) => CatalogEntry | undefined;
  /** Whether a path is a plain file. */
  readonly isFile: (path: string) => boolean;
}

const buildAgain = `Parquet files, ${DATABASE} and ${MANIFEST} are not of one build, or one of them was changed: build the warehouse again`;

/** The checks that open every Parquet file: its columns, its rows, and that DuckDB has the same rows in the same order. */
export async function checkParquet(input: ParquetInput): Promise<CheckResult[]> {
  const { manifest, database, isFile } = input;
  const paths = manifest.tables.flatMap(({ files }) => files.map(({ path }) => path)).filter(isFile);
  const { footers, unreadable } = await readFooters(database, paths);
  const byPath = new Map(footers.map((footer) => [footer.path, footer]));
  const found = {
    unreadable: unreadable.map(({ path, failure }) => unreadableFile(path, failure)),
    rows: [] as Finding[],
    columns: [] as Finding[],
    groups: [] as Finding[],
    tables: [] as Finding[],
  };
  for (const table of manifest.tables) {
    const own = table.files.flatMap(({ path }) => byPath.get(path) ?? []);
    found.rows.push(...otherRows(table, byPath));
    const entry = input.tableOf(table);
    if (!entry) continue; // missing_tables
    const columns = otherColumns(own, entry);
    found.columns.push(...columns);
    if (columns.length > 0 || own.length !== table.files.length || own.length === 0) continue;
    const parts = partsOf(own);
    const names = entry.columns.map(({ name }) => name);
    try {
      const sums = await sumParts(database, parts, names);
      found.groups.push(...misplacedPatients(sums));
      found.tables.push(...(await otherTable(database, table, sums, names)));
    } catch (error) {
      found.unreadable.push(...(await unreadableParts(database, parts, names, error)));
    }
  }
  return [
    resultOf(
      {
        name: 'unreadable_parquet',
        title: 'Parquet files, or their tables, that cannot be read',
        advice: 'fetch the folder again from where it came, or build it again',
      },
      found.unreadable,
    ),
    resultOf(
      {
        name: 'parquet_rows',
        title: `Parquet files that have other rows than ${MANIFEST} says`,
        advice: buildAgain,
      },
      found.rows,
    ),
    resultOf(
      {
        name: 'parquet_columns',
        title: 'Parquet files with other columns or types than their table',
        advice: buildAgain,
      },
      found.columns,
    ),
    resultOf(
      {
        name: 'parquet_groups',
        title: 'Parquet files with patients of another group, or of another file',
        advice: buildAgain,
      },
      found.groups,
    ),
    resultOf(
      {
        name: 'parquet_unlike_duckdb',
        title: `Tables whose rows in Parquet and in ${DATABASE} differ, in values or order`,
        advice: buildAgain,
      },
      found.tables,
    ),
  ];
}

function unreadableFile(path: string, failure: string): Finding {
  return { subject: path, expected: 'a Parquet file', found: `one that does not read (${failure})` };
}

function otherRows({ files }: ManifestTable, footers: ReadonlyMap<string, Footer>): Finding[] {
  return files.flatMap(({ path, rows }) => {
    const found = footers.get(path)?.rows;
    if (found === undefined || found === rows) return [];
    return [{ subject: path, expected: `${rows} rows, by ${MANIFEST}`, found: `${found} in its footer` }];
  });
}

function otherColumns(footers: readonly Footer[], { name, columns }: CatalogEntry): Finding[] {
  const expected = parquetColumns(columns);
  return footers.flatMap(({ path, columns: found }) => {
    const length = Math.max(expected.length, found.length);
    const place = Array.from({ length }, (_, i) => i).find((i) => expected[i] !== found[i]);
    if (place === undefined) return [];
    const at = (list: readonly string[]) => list[place] ?? 'no more columns';
    return [
      { subject: path, expected: `${at(expected)} as column ${place + 1} of ${name}`, found: at(found) },
    ];
  });
}

/** The files of a table one behind the other. */
function partsOf(footers: readonly Footer[]): Part[] {
  let first = 0;
  return footers.map(({ path, rows }) => {
    const part = { path, first, rows };
    first += rows;
    return part;
  });
}

/** patient_group is the first two digits of patient_id, and a patient is in one file: that of its place in the order. */
function misplacedPatients(sums: readonly PartSum[]): Finding[] {
  const findings: Finding[] = [];
  let before: PartSum | undefined;
  for (const own of sums) {
    const { part, least, greatest } = own;
    const group = /\/patient_group=(p\d+)\//.exec(part.path)?.[1];
    if (group === undefined || least === null || greatest === null) continue;
    const others = [least, greatest].map(groupOf).filter((other) => other !== group);
    if (others.length > 0 || String(least).length !== String(greatest).length) {
      findings.push({
        subject: part.path,
        expected: `patients of ${group} only`,
        found: others[0] ?? 'others',
      });
    }
    if (before !== undefined && least <= before.greatest!) {
      findings.push({
        subject: part.path,
        expected: `patients behind those of ${before.part.path}`,
        found: 'one that is in both, or before',
      });
    }
    before = own;
  }
  return findings;
}

const groupOf = (patient: number) => `p${String(patient).slice(0, 2)}`;

async function otherTable(
  database: Published,
  table: ManifestTable,
  sums: readonly PartSum[],
  columns: readonly string[],
): Promise<Finding[]> {
  const total = sums.reduce((total, { sum }) => total + sum, 0n);
  if ((await sumTable(database, table, columns)) === total) return [];
  const parts = sums.map(({ part }) => part);
  const subject = table.name;
  if (await haveSameRows(database, table, parts, columns)) {
    return [
      { subject, expected: 'the same order in Parquet and DuckDB', found: 'the same rows in another order' },
    ];
  }
  const others: Finding[] = [];
  for (const { part, sum } of sums) {
    if (part.rows === 0 || (await sumTable(database, table, columns, part)) === sum) continue;
    const differing = await differingColumns(database, table, part, columns);
    others.push({
      subject: part.path,
      expected: `the rows of ${subject} in DuckDB`,
      found: differing.length > 0 ? `other values of ${differing.join(', ')}` : 'others',
    });
  }
  const outside = { subject, expected: 'the rows of its Parquet files', found: 'further rows in DuckDB' };
  return others.length > 0 ? others : [outside];
}

/** Columns in which a part and its place in the table differ. */
async function differingColumns(
  database: Published,
  table: ManifestTable,
  part: Part,
  columns: readonly string[],
): Promise<string[]> {
  const differing: string[] = [];
  for (const column of columns) {
    const [own] = await sumParts(database, [part], [column]);
    if (own!.sum !== (await sumTable(database, table, [column], part))) differing.push(column);
  }
  return differing;
}

/** Which of the files of a table, or the table itself, cannot be read. */
async function unreadableParts(
  database: Published,
  parts: readonly Part[],
  columns: readonly string[],
  error: unknown,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const part of parts) {
    await sumParts(database, [part], columns).catch((failure) => {
      findings.push(unreadableFile(part.path, failureOf(failure)));
    });
  }
  const table = { subject: DATABASE, expected: 'a table that reads', found: failureOf(error) };
  return findings.length > 0 ? findings : [table];
}
