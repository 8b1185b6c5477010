import { posix } from 'node:path';
import { type Column, type ColumnType, keptKey } from '../schema/index.js';
import type { FileInfo } from '../warehouse/files.js';
import { DATABASE } from '../warehouse/layout.js';
import type { BuildInfo, PublishedTable } from '../warehouse/manifest.js';
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

const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  containedIn: 'cr:containedIn',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  rai: 'http://mlcommons.org/croissant/RAI/',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  samplingRate: 'cr:samplingRate',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};

/** The one name of Parquet that mlcroissant reads. */
const MIME = 'application/x-parquet';

/** `croissant.json`: the tables as record sets of MLCommons Croissant 1.0. A table in parts is a file set of its parts. */
export function croissant(
  build: BuildInfo,
  tables: readonly PublishedTable[],
  database: FileInfo,
  created: Date,
): object {
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    name: 'chest-imagenome-warehouse',
    description:
      'Scene graphs of chest X-rays as normalized tables: images, boxes, findings with cues, comparisons.',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    url: 'https://physionet.org/content/chest-imagenome/1.0.0/',
    license: licenseOf(build).url,
    citeAs: CITATION,
    version: build.version,
    dateCreated: created.toISOString(),
    datePublished: created.toISOString().slice(0, 10),
    distribution: [
      fileObject(DATABASE, database, 'application/vnd.duckdb'),
      ...tables.flatMap(({ table, files }) => distribution(table.name, files)),
    ],
    rai: 'http://mlcommons.org/croissant/RAI/',
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
    field: table.columns.map((column) => fieldOf(table.name, column, source)),
  };
}

function fieldOf(table: string, { name, type, description }: Column, source: object): object {
  return {
    '@type': 'cr:Field',
    '@id': `${table}/${name}`,
    name,
    description,
    dataType: types[type],
    ...(type.endsWith('[]') ? { repeated: true } : {}),
    source: { ...source, extract: { column: name } },
  };
}
