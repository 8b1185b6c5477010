import { readViewFiles, type ViewFile } from '../../schema/view_file.js';
import type { Manifest } from '../../warehouse/manifest.js';
import { type CheckResult, type Finding, resultOf } from '../finding.js';
import { failureOf, type Published, tableName } from './database.js';

/** Images whose patients are computed at once, which bounds the memory. */
const IMAGES = 20_000;

/** Computes every stored view anew from the SQL of its file, a range of patients at a time, and compares sums of hashes. */
export async function checkStoredViews(manifest: Manifest, database: Published): Promise<CheckResult> {
  const stored = new Set(manifest.tables.filter(({ kind }) => kind === 'derived').map(({ name }) => name));
  const findings: Finding[] = [];
  const ranges = await patientRanges(database);
  for (const file of readViewFiles().filter(({ name }) => stored.has(name))) {
    findings.push(...(await otherRows(database, file, ranges)));
  }
  return resultOf(
    {
      name: 'stored_views',
      title: 'Stored views whose rows are not those that their files compute',
      advice: 'build the warehouse again',
    },
    findings,
  );
}

/** Conditions on patient_id that every patient fulfills one of. */
async function patientRanges(database: Published): Promise<string[]> {
  const rows = await database.rows(`
    select max(patient_id) as last
    from (select patient_id, (row_number() over (order by patient_id) - 1) // ${IMAGES} as range from main.images)
    group by range
    order by range`);
  const ends = rows.map(({ last }) => Number(last)).slice(0, -1);
  const starts = [Number.MIN_SAFE_INTEGER, ...ends];
  return starts.map((start, i) => {
    const end = ends[i] === undefined ? '' : ` and patient_id <= ${ends[i]}`;
    return `patient_id > ${start}${end}`;
  });
}

async function otherRows(database: Published, file: ViewFile, ranges: readonly string[]): Promise<Finding[]> {
  const columns = file.columns.map(({ name }) => `"${name}"`).join(', ');
  const stored = tableName({ name: file.name, kind: 'derived' });
  const sumOf = (from: string, range: string) =>
    `(select (count(*), sum(hash(${columns}))) from (from ${from}) where ${range})`;
  try {
    for (const range of ranges) {
      const [row] = await database.rows(
        `select ${sumOf(stored, range)} is not distinct from ${sumOf(`(${file.sql})`, range)} as is_same`,
      );
      if (row!.is_same === true) continue;
      return [
        { subject: stored, expected: 'the rows that its file computes', found: `others where ${range}` },
      ];
    }
    return [];
  } catch (error) {
    return [{ subject: stored, expected: 'a view that computes', found: failureOf(error) }];
  }
}
