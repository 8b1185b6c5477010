// Translates views/ to Spark SQL with SQLGlot: `npm run spark` writes views/spark, `npm run spark -- --check` expects it as it would be.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { python } from './python.mjs';
import { translate } from './translate.mjs';

const { readViewFiles } = await import('../../dist/etl/schema/view_file.js');
const { withEmptyWarehouse } = await import('../../dist/etl/docs/empty_warehouse.js');
const { digestOf, readSparkQuery, sparkFileText, sparkPath, translatorInput } = await import(
  '../../dist/etl/spark/index.js'
);

if (python === undefined) {
  console.error('spark: expected Python 3.11 or newer, found none.');
  process.exit(1);
}

const files = readViewFiles();
const types = await withEmptyWarehouse(async (connection) => {
  const rows = await connection.runAndReadAll(
    "select distinct data_type from duckdb_columns() where data_type like '%STRUCT%'",
  );
  return rows.getRows().map(([type]) => type);
});
// What table macros give, and what wilson_interval gives.
types.push(
  'STRUCT(bbox_name VARCHAR, x1 INTEGER, y1 INTEGER, x2 INTEGER, y2 INTEGER)',
  'STRUCT(low DOUBLE, high DOUBLE)',
);

const translated = translate(translatorInput(files, types));

const wanted = new Map();
const failures = [];
for (const file of files) {
  const digest = digestOf(file, files);
  const own = existsSync(sparkPath(file.name)) ? readSparkQuery(file.name) : undefined;
  if (own?.reason !== undefined) {
    wanted.set(sparkPath(file.name), readFileSync(sparkPath(file.name), 'utf8'));
    if (own.digest !== digest) {
      failures.push(
        `${file.name} has changed: change views/spark/${file.name}.sql by hand, then its digest to ${digest}`,
      );
    }
    continue;
  }
  const { sql, error } = translated[file.name];
  if (error !== undefined) failures.push(`${file.name}: ${error}`);
  else wanted.set(sparkPath(file.name), sparkFileText(file, digest, sql));
}

const folder = dirname(sparkPath('any'));
const present = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
const stale = [...wanted].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
const extra = present.filter((path) => !wanted.has(path));
if (process.argv.includes('--check')) {
  for (const [path] of stale)
    failures.push(`views/spark/${basename(path)} is not what \`npm run spark\` writes`);
  for (const path of extra) failures.push(`views/spark/${basename(path)} is of no view`);
} else {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of stale) writeFileSync(path, text);
  for (const path of extra) rmSync(path);
}
for (const failure of failures) console.error(`untranslated: ${failure}`);
console.log(`spark: ${wanted.size} of ${files.length} views and macros, ${stale.length} changed`);
process.exit(failures.length === 0 ? 0 : 1);
