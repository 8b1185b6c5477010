import type { DuckDBConnection } from '@duckdb/node-api';
import { numberOf, type Row, readAnswer } from './rows.js';

/** What the head of the page says. */
export interface Facts {
  readonly isSynthetic: boolean;
  readonly version: string;
  readonly fingerprint: string;
  readonly duckdbVersion: string;
  readonly isDerived: boolean;
  readonly hasText: boolean;
  readonly numbers: readonly { readonly text: string; readonly n: number }[];
  /** Optional tables that the build was given. */
  readonly provided: ReadonlySet<string>;
}

const counted = `select count(*) as images, count(distinct study_id) as studies, count(distinct patient_id) as patients,
  (select count(*) from quarantine) as rejected, (select count(*) from data_issues) as issues
from images`;

/** Reads what the head of the page says. */
export async function readFacts(connection: DuckDBConnection): Promise<Facts> {
  const read = async (statement: string) => (await readAnswer(connection, statement)).rows;
  const built = new Map(
    (await read('select key, value from build_info')).map(({ key, value }) => [key, value]),
  );
  const of = (key: string) => String(built.get(key) ?? '');
  const [row] = (await read(counted)) as [Row];
  const derived = await read("select count(*) as n from duckdb_tables() where schema_name = 'derived'");
  const provided = await read(
    'select table_name from optional_inputs.provided where is_provided order by table_name',
  );
  const names = {
    images: 'images',
    studies: 'studies',
    patients: 'patients',
    rejected: 'rows in quarantine',
    issues: 'data issues',
  };
  return {
    isSynthetic: of('is_synthetic') === 'true',
    hasText: of('with_text') === 'true',
    version: of('version'),
    fingerprint: of('input_fingerprint'),
    duckdbVersion: of('duckdb_version'),
    isDerived: numberOf(derived[0]!, 'n') > 0,
    numbers: Object.entries(names).map(([column, text]) => ({ text, n: numberOf(row, column) })),
    provided: new Set(provided.map(({ table_name }) => String(table_name))),
  };
}
