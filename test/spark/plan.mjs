// What the scripts in Python are given: statements, queries and cases, as JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { translate } from '../../etl/scripts/translate.mjs';

const { readViewFiles, signatureOf } = await import('../../dist/etl/schema/view_file.js');
const { readSparkQuery, sparkScript, sparkStatements } = await import('../../dist/etl/spark/index.js');

/**
 * Of a warehouse: the script; for each table and view null, or the query that computes what is stored; for each macro its query with
 * its parameters.
 */
export function warehousePlan(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const script = sparkScript(sparkStatements(manifest, { files: pathToFileURL(folder).href }));
  const stored = new Set(manifest.tables.filter(({ kind }) => kind === 'derived').map(({ name }) => name));
  const given = manifest.tables.filter(({ kind }) => kind !== 'derived').map(({ name }) => name);
  const views = Object.fromEntries([...given, 'build_info', 'input_files'].map((name) => [name, null]));
  const macros = {};
  for (const file of readViewFiles()) {
    const { sql } = readSparkQuery(file.name);
    if (file.kind === 'view') views[file.name] = stored.has(file.name) ? sql : null;
    else {
      const [, list] = /\((.*)\)$/.exec(signatureOf(file));
      const parameters = list.split(', ').map((parameter) => parameter.split(' :=')[0]);
      macros[file.name] = { sql, parameters, isTable: file.kind === 'table macro' };
    }
  }
  return { folder, script, views, macros };
}

/** Of cases.json: each query in DuckDB's SQL and in Spark's. */
export function casesPlan(path) {
  const cases = JSON.parse(readFileSync(path, 'utf8'));
  const files = Object.entries(cases).map(([name, sql]) => ({
    name,
    kind: 'view',
    sql,
    columns: [],
    shapes: [],
  }));
  const translated = translate({ files });
  return Object.fromEntries(
    Object.entries(cases).map(([name, sql]) => [name, { duckdb: sql, spark: translated[name] }]),
  );
}
