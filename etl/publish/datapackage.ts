import { type Column, type ColumnType, keptKey } from '../schema/index.js';
import type { BuildInfo, PublishedTable } from '../warehouse/manifest.js';
import { licenseOf } from './terms.js';

/** Types of Frictionless Table Schema. */
const types: Record<ColumnType, { type: string; [key: string]: unknown }> = {
  VARCHAR: { type: 'string' },
  INTEGER: { type: 'integer' },
  BIGINT: { type: 'integer' },
  DOUBLE: { type: 'number' },
  BOOLEAN: { type: 'boolean' },
  TIMESTAMP: { type: 'datetime' },
  'VARCHAR[]': { type: 'array', arrayItem: { type: 'string' } },
  'INTEGER[]': { type: 'array', arrayItem: { type: 'integer' } },
  'DOUBLE[]': { type: 'array', arrayItem: { type: 'number' } },
};

/** `datapackage.json`: the tables as resources of a Frictionless Data Package. */
export function dataPackage(build: BuildInfo, tables: readonly PublishedTable[]): object {
  const { name, title, url } = licenseOf(build);
  return {
    profile: 'data-package',
    name: 'chest-imagenome-warehouse',
    title: 'Chest ImaGenome as tables',
    homepage: 'https://physionet.org/content/chest-imagenome/1.0.0/',
    version: build.version,
    licenses: [{ name, title, path: url }],
    resources: tables.map(({ table, files }) => ({
      name: table.name,
      title: table.title,
      description: table.grain,
      path: files.length === 1 ? files[0]!.path : files.map(({ path }) => path),
      format: 'parquet',
      mediatype: 'application/vnd.apache.parquet',
      ...(files.length === 1 ? { hash: `sha256:${files[0]!.sha256}` } : {}),
      schema: {
        fields: table.columns.map(field),
        ...(keptKey(table).length > 0 ? { primaryKey: keptKey(table) } : {}),
        foreignKeys: (table.references ?? []).map(({ columns, table: resource, target }) => ({
          fields: columns,
          reference: { resource, fields: target },
        })),
      },
    })),
  };
}

function field({ name, type, description, required }: Column): object {
  return { name, ...types[type], description, ...(required ? { constraints: { required: true } } : {}) };
}
