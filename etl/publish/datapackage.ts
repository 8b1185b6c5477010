import { type Column, type ColumnType, keptKey } from '../schema/index.js';
import type { BuildInfo, PublishedTable } from '../warehouse/manifest.js';
import { AUTHORS, DATASET, PROJECT, SUMMARY } from './source.js';
import { licenseOf } from './terms.js';

/** Types of Table Schema. */
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

/** The profile of Data Package 2.0 that a part of the descriptor conforms to. */
const profile = (part: string) => `https://datapackage.org/profiles/2.0/${part}.json`;

/** `datapackage.json`: the tables as resources of a Data Package, version 2. */
export function dataPackage(build: BuildInfo, tables: readonly PublishedTable[]): object {
  const { name, title, url } = licenseOf(build);
  return {
    $schema: profile('datapackage'),
    name: PROJECT,
    title: 'Chest ImaGenome as tables',
    description: SUMMARY,
    homepage: DATASET.page,
    version: build.version,
    licenses: [{ name, title, path: url }],
    sources: [sourceOf(build)],
    contributors: [
      ...(build.is_synthetic ? [] : AUTHORS.map((title) => ({ title, roles: ['Creator'] }))),
      { title: PROJECT, roles: ['DataCurator'] },
    ],
    resources: tables.map(resource),
  };
}

/** The release, with the fingerprint of its scene graphs as an addition to the standard. */
function sourceOf({ is_synthetic, input_fingerprint }: BuildInfo): object {
  return {
    title: is_synthetic ? `Synthetic release in the form of the ${DATASET.title}` : DATASET.title,
    path: DATASET.doi,
    version: DATASET.version,
    fingerprint: `sha256:${input_fingerprint}`,
  };
}

function resource({ table, files }: PublishedTable): object {
  const key = keptKey(table);
  return {
    $schema: profile('dataresource'),
    name: table.name,
    type: 'table',
    title: table.title,
    description: table.grain,
    path: files.length === 1 ? files[0]!.path : files.map(({ path }) => path),
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    ...(files.length === 1 ? { hash: `sha256:${files[0]!.sha256}` } : {}),
    schema: {
      $schema: profile('tableschema'),
      fieldsMatch: 'exact',
      fields: table.columns.map(field),
      // Parquet knows NULL: '' is text as written.
      missingValues: [],
      ...(key.length > 0 ? { primaryKey: key } : {}),
      foreignKeys: (table.references ?? []).map(({ columns, table: resource, target }) => ({
        fields: columns,
        reference: { resource, fields: target },
      })),
    },
  };
}

function field({ name, type, description, required }: Column): object {
  return { name, ...types[type], description, ...(required ? { constraints: { required: true } } : {}) };
}
