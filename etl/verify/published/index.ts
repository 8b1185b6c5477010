import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKSUMS, DATABASE, MANIFEST } from '../../warehouse/layout.js';
import type { Manifest } from '../../warehouse/manifest.js';
import { runChecks } from '../checks.js';
import { unbalanced } from '../conservation.js';
import { type CheckResult, resultOf } from '../finding.js';
import { keyOf, readCatalog } from './catalog.js';
import { checkCatalog } from './check_catalog.js';
import { checkDocuments, type WriteDocuments } from './check_documents.js';
import { checkParquet } from './check_parquet.js';
import { checkChecksums, checkFurtherEntries, type Files, readChecksums } from './checksums.js';
import { failureOf, Published, tableName } from './database.js';
import { contentsOf, entriesOf } from './entries.js';
import { contentsOfManifest, expectedCatalog } from './expected_catalog.js';
import { checkManifestFiles } from './manifest_files.js';
import { readManifestText } from './manifest_form.js';
import { checkManifestTables } from './manifest_tables.js';
import { checkStoredViews } from './recompute.js';

/** How much is verified. */
export interface CheckOptions {
  /** True: Parquet files are not opened, only their checksums are compared. */
  readonly quick?: boolean;
  /** True: stored views are computed anew. */
  readonly recompute?: boolean;
  /** Writes the documents that are compared with those of the folder. */
  readonly writeDocuments: WriteDocuments;
}

/**
 * Verifies a published folder from what it is on disk, sharing no code with what wrote it but for the text of documents: files, manifest,
 * database and Parquet files must say the same. What cannot be read is a finding, and what depends on it is left out.
 */
export async function checkPublished(folder: string, options: CheckOptions): Promise<CheckResult[]> {
  const entries = await entriesOf(folder);
  const paths = entries.filter(({ kind }) => kind === 'file').map(({ path }) => path);
  const contents = await contentsOf(folder, paths);
  const list = readChecksums(paths.includes(CHECKSUMS) ? await textOf(folder, CHECKSUMS) : '');
  const { manifest, result } = readManifestText(
    paths.includes(MANIFEST) ? await textOf(folder, MANIFEST) : undefined,
  );
  const files: Files = { entries, contents, list, manifest };
  const results = [...checkChecksums(files), checkFurtherEntries(files), result];
  if (!manifest) return results;
  results.push(checkManifestFiles({ ...files, manifest }), checkConservation(manifest));
  return [...results, ...(await checkDatabase(folder, manifest, new Set(paths), options))];
}

const textOf = (folder: string, path: string) => readFile(join(folder, path), 'utf8');

function checkConservation({ conservation, tables }: Manifest): CheckResult {
  const counted = new Map(conservation.tables.map(({ name, duckdb }) => [name, duckdb]));
  const others = tables.filter(({ name, rows }) => counted.get(name) !== rows);
  return resultOf(
    {
      name: 'conservation',
      title: `Figures of ${MANIFEST} by which something was lost or doubled`,
      advice:
        'the manifest was changed after the build, which publishes no such figures: build the warehouse again',
    },
    [
      ...unbalanced(conservation).map((fault) => {
        const [, subject, expected, found] = /^(.*?): expected (.*), found (.*)$/.exec(fault)!;
        return { subject: subject!, expected: expected!, found: found! };
      }),
      ...others.map(({ name, rows }) => ({
        subject: `${MANIFEST} conservation ${name}`,
        expected: `${rows} rows`,
        found: String(counted.get(name) ?? 'none'),
      })),
    ],
  );
}

/** The checks for which the database is opened. */
async function checkDatabase(
  folder: string,
  manifest: Manifest,
  paths: ReadonlySet<string>,
  { quick = false, recompute = false, writeDocuments }: CheckOptions,
): Promise<CheckResult[]> {
  try {
    await using database = await Published.open(folder);
    const found = await readCatalog((query) => database.rows(query));
    const contents = contentsOfManifest(manifest);
    const expected = await expectedCatalog(contents, database.tempFolder);
    const results = checkCatalog(found, expected, contents, manifest);
    const tableOf = (table: Manifest['tables'][number]) =>
      found.get(keyOf({ kind: 'table', name: tableName(table).replaceAll('"', '') }));
    const isFile = (path: string) => paths.has(path);
    const documentOf = (path: string) =>
      isFile(path) ? readFileSync(join(folder, path), 'utf8') : undefined;
    results.push(...(await checkManifestTables(manifest, database)));
    results.push(checkDocuments(manifest, tableOf, documentOf, writeDocuments));
    if (!quick) results.push(...(await checkParquet({ manifest, database, isFile, tableOf })));
    results.push(...(await runChecks(database.connection, 'check')));
    if (recompute) results.push(await checkStoredViews(manifest, database));
    return results;
  } catch (error) {
    return [unreadableDatabase(error)];
  }
}

function unreadableDatabase(error: unknown): CheckResult {
  return resultOf(
    {
      name: 'unreadable_database',
      title: `${DATABASE} cannot be read as a whole`,
      advice: 'fetch the folder again from where it came, or build it again',
    },
    [
      {
        subject: DATABASE,
        expected: 'a DuckDB database',
        found: `one that does not read (${failureOf(error)})`,
      },
    ],
  );
}
