import { posix } from 'node:path';
import { type Column, type ColumnType, keptKey, type Table } from '../schema/index.js';
import type { FileInfo } from '../warehouse/files.js';
import { DATABASE } from '../warehouse/layout.js';
import type { BuildInfo, PublishedTable } from '../warehouse/manifest.js';
import { CROISSANT_CONTEXT } from './croissant_context.js';
import { provenance, usageConditions } from './provenance.js';
import { responsibleUse } from './responsible_use.js';
import { AUTHORS, DATASET, PROJECT, SUMMARY } from './source.js';
import { CITATION, licenseOf } from './terms.js';

/** Types of schema.org that Croissant knows. */
const types: Record<ColumnType, string> = {
  VARCHAR: 'sc:Text',
  INTEGER: 'sc:Integer',
  BIGINT: 'sc:Integer',
  DOUBLE: 'sc:Float',
  BOOLEAN: 'sc:Boolean',
  TIMESTAMP: 'sc:DateTime',
  'VARCHAR[]': 'sc:Text',
  'INTEGER[]': 'sc:Integer',
  'DOUBLE[]': 'sc:Float',
};

/** The one name of Parquet that mlcroissant reads. */
const MIME = 'application/x-parquet';

/** `croissant.json`: the tables as record sets of MLCommons Croissant 1.1. A table in parts is a file set of its parts. */
export function croissant(
  build: BuildInfo,
  tables: readonly PublishedTable[],
  database: FileInfo,
  created: Date,
): object {
  return {
    '@context': CROISSANT_CONTEXT,
    '@type': 'sc:Dataset',
    name: PROJECT,
    description: SUMMARY,
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    url: DATASET.page,
    license: licenseOf(build).url,
    citeAs: CITATION,
    version: build.version,
    dateCreated: created.toISOString(),
    datePublished: created.toISOString().slice(0, 10),
    inLanguage: 'en',
    keywords: ['chest X-ray', 'scene graph', 'radiology report', 'anatomical region', 'Parquet', 'DuckDB'],
    creator: build.is_synthetic
      ? [{ '@type': 'sc:Organization', name: PROJECT }]
      : AUTHORS.map((name) => ({ '@type': 'sc:Person', name })),
    ...provenance(build, created),
    ...usageConditions(build),
    ...responsibleUse(build),
    distribution: [
      fileObject(DATABASE, database, 'application/vnd.duckdb'),
      ...tables.flatMap(({ table, files }) => distribution(table.name, files)),
    ],
    recordSet: tables.map(recordSet),
  };
}

function fileObject(id: string, { path, bytes, sha256 }: FileInfo, encodingFormat: string): object {
  return {
    '@type': 'cr:FileObject',
    '@id': id,
    name: id,
    contentUrl: path,
    contentSize: `${bytes} B`,
    encodingFormat,
    sha256,
  };
}

function distribution(name: string, files: readonly FileInfo[]): object[] {
  const isPartitioned = files.some(({ path }) => path.includes('/patient_group='));
  if (!isPartitioned) return files.map((file) => fileObject(`${name}.parquet`, file, MIME));
  return [
    ...files.map((file) => fileObject(file.path, file, MIME)),
    {
      '@type': 'cr:FileSet',
      '@id': `${name}-files`,
      name: `${name}-files`,
      encodingFormat: MIME,
      includes: `${posix.dirname(posix.dirname(files[0]!.path))}/*/*.parquet`,
    },
  ];
}

function recordSet({ table, files }: PublishedTable): object {
  const isPartitioned = files.some(({ path }) => path.includes('/patient_group='));
  const source = isPartitioned
    ? { fileSet: { '@id': `${table.name}-files` } }
    : { fileObject: { '@id': `${table.name}.parquet` } };
  return {
    '@type': 'cr:RecordSet',
    '@id': table.name,
    name: table.name,
    description: `${table.title}: ${table.grain}`,
    ...(keptKey(table).length > 0
      ? { key: keptKey(table).map((column) => ({ '@id': `${table.name}/${column}` })) }
      : {}),
    field: table.columns.map((column) => fieldOf(table, column, source)),
  };
}

function fieldOf(table: Table, { name, type, description }: Column, source: object): object {
  return {
    '@type': 'cr:Field',
    '@id': `${table.name}/${name}`,
    name,
    description,
    dataType: types[type],
    ...(type.endsWith('[]') ? { isArray: true, arrayShape: '-1' } : {}),
    source: { ...source, extract: { column: name } },
  };
}
