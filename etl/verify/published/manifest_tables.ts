import { metadataTables, tables } from '../../schema/index.js';
import { readViewFiles } from '../../schema/view_file.js';
import { DATABASE, MANIFEST } from '../../warehouse/layout.js';
import type { Manifest } from '../../warehouse/manifest.js';
import { type CheckResult, type Finding, resultOf } from '../finding.js';
import { type Published, tableName } from './database.js';
import { contentsOfManifest, expectedTables } from './expected_catalog.js';

const differ = `${DATABASE} and ${MANIFEST} are not of one build, or one was changed: build the warehouse again`;

/** The checks of the manifest against the database: tables, rows, what is known of the build, inputs. */
export async function checkManifestTables(manifest: Manifest, database: Published): Promise<CheckResult[]> {
  return [
    resultOf(
      {
        name: 'manifest_tables',
        title: `Tables that ${MANIFEST} lacks, or has under another kind or place`,
        advice: differ,
      },
      otherTables(manifest),
    ),
    resultOf(
      { name: 'manifest_rows', title: `Tables that have other rows than ${MANIFEST} says`, advice: differ },
      await otherRows(manifest, database),
    ),
    resultOf(
      {
        name: 'manifest_build',
        title: `What build_info and ${MANIFEST} say differently of the build`,
        advice: differ,
      },
      await otherBuild(manifest, database),
    ),
    resultOf(
      {
        name: 'manifest_inputs',
        title: `What input_files and ${MANIFEST} say differently of the inputs`,
        advice: differ,
      },
      await otherInputs(manifest, database),
    ),
  ];
}

/** The manifest lists every published table, in the order of the schema, stored views behind. */
function otherTables(manifest: Manifest): Finding[] {
  const contents = contentsOfManifest(manifest);
  const kinds = new Map<string, string>(tables.map(({ name, kind }) => [name, kind]));
  const stored = contents.isDerived ? readViewFiles().filter(({ stored }) => stored) : [];
  const expected = [
    ...expectedTables(contents)
      .filter(({ unpublished }) => !unpublished)
      .map(({ name }) => name),
    ...stored.map(({ name }) => name),
  ];
  const found = manifest.tables.map(({ name }) => name);
  const subject = `${MANIFEST} tables`;
  const missing = expected.filter((name) => !found.includes(name));
  const further = found.filter((name, i) => !expected.includes(name) || found.indexOf(name) !== i);
  const isMoved = missing.length + further.length === 0 && expected.join() !== found.join();
  return [
    ...missing.map((name) => ({ subject, expected: name, found: 'no table of this name' })),
    ...further.map((name) => ({ subject, expected: `no ${name}, or one`, found: 'a table of this name' })),
    ...(isMoved ? [{ subject, expected: 'the order of the schema', found: 'another' }] : []),
    ...manifest.tables.flatMap(({ name, kind }) => {
      const own = kinds.get(name) ?? 'derived';
      return kind === own ? [] : [{ subject: `${MANIFEST} ${name} kind`, expected: own, found: kind }];
    }),
  ];
}

async function otherRows({ tables }: Manifest, database: Published): Promise<Finding[]> {
  const counted = await Promise.all(
    tables.map(async (table) => {
      const [row] = await database.rows(`select count(*) as n from ${tableName(table)}`).catch(() => []);
      return row === undefined ? undefined : Number(row.n); // an absent table is missing_tables
    }),
  );
  return tables.flatMap(({ name, rows }, i) => {
    const found = counted[i];
    if (found === undefined || found === rows) return [];
    return [{ subject: name, expected: `${rows} rows, by ${MANIFEST}`, found: `${found} in ${DATABASE}` }];
  });
}

/** build_info has every key of `build`, and the rows of every table. */
async function otherBuild({ build, tables }: Manifest, database: Published): Promise<Finding[]> {
  const rows = await database.rows('select key, value from main.build_info');
  const found = new Map(rows.map(({ key, value }) => [String(key), String(value)]));
  const expected = new Map(
    [...Object.entries(build), ...tables.map(({ name, rows }) => [`rows_${name}`, rows] as const)].map(
      ([key, value]) => [key, String(value)],
    ),
  );
  const findings = differences('build_info', expected, found);
  if (rows.length !== found.size) {
    findings.push({ subject: 'build_info', expected: 'one row per key', found: 'a key twice' });
  }
  return findings;
}

async function otherInputs({ inputs }: Manifest, database: Published): Promise<Finding[]> {
  const names = metadataTables.input_files.columns.map(({ name }) => name);
  const rows = await database.rows(`select * from main.input_files`);
  const inTable = new Map(rows.map((row) => [String(row.input), names.map((name) => row[name] ?? null)]));
  const stated = new Map(
    inputs.map(({ input, path, table, is_found, rows, rejected, lines }) => [
      input,
      [
        ...[input, path, table, is_found, rows, rejected],
        ...[lines?.lines, lines?.header, lines?.blank, lines?.continuation].map((count) => count ?? null),
      ],
    ]),
  );
  const written = (map: ReadonlyMap<string, unknown[]>) =>
    new Map([...map].map(([input, values]) => [input, values.join(' ')]));
  const findings = differences('input_files', written(stated), written(inTable));
  if (rows.length !== inTable.size || inputs.length !== stated.size) {
    findings.push({ subject: 'input_files', expected: 'one row per input', found: 'an input twice' });
  }
  return findings;
}

/** Keys that two have with other values, or that only one has. */
function differences(
  table: string,
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): Finding[] {
  const keys = [...new Set([...expected.keys(), ...found.keys()])];
  return keys
    .filter((key) => expected.get(key) !== found.get(key))
    .map((key) => ({
      subject: `${table} ${key}`,
      expected: `${expected.get(key) ?? 'no such key'}, by ${MANIFEST}`,
      found: found.get(key) ?? 'no such key',
    }));
}
