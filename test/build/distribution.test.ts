import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { croissant } from '../../etl/publish/croissant.js';
import { dataPackage } from '../../etl/publish/datapackage.js';
import { synthesize } from '../../etl/synth/index.js';
import { footerOf, type ParquetRow, parquetRows, partsOf } from '../helpers/parquet.js';
import { tableRows, withWarehouse } from '../helpers/warehouse.js';
import { filesBelow } from '../synth/release.js';
import { contractColumns, contractTypes } from './contract_columns.js';

let folder: string;
let out: string;

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  const release = join(folder, 'release');
  out = join(folder, 'warehouse');
  await synthesize({ images: 200, seed: 41, out: release, defects: true });
  const mimicMetadata = join(release, 'mimic-cxr-2.0.0-metadata.csv');
  await build({ input: release, out, workers: 2, mimicMetadata });
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

const readJson = async (name: string) => JSON.parse(await readFile(join(out, name), 'utf8'));
const sha256 = async (path: string) =>
  createHash('sha256')
    .update(await readFile(join(out, path)))
    .digest('hex');
/** Tables as they stand below parquet/, stored views as derived/<view>. */
const parquetTables = async () => {
  const [tables, derived] = await Promise.all(
    ['parquet', 'parquet/derived'].map((folder) => readdir(join(out, folder))),
  );
  const own = tables!.filter((name) => name !== 'derived').map((name) => name.replace(/\.parquet$/, ''));
  return [...own, ...derived!.map((name) => `derived/${name}`)].sort();
};
/** Name of what is in a folder of Parquet files. */
const nameOf = (table: string) => table.replace('derived/', '');

/** Columns of a Parquet file in their order, each with its type in one line. */
async function columnsOf(path: string): Promise<Record<string, string>> {
  const { schema } = await footerOf(join(out, path));
  const columns: Record<string, string> = {};
  for (let i = 1; i < schema.length; i++) {
    const { name, num_children } = schema[i]!;
    const isList = num_children === 1;
    const { type, converted_type, logical_type } = schema[isList ? i + 2 : i]!;
    const zone = logical_type?.type === 'TIMESTAMP' && !logical_type.isAdjustedToUTC ? ', no zone' : '';
    columns[name] = `${isList ? 'LIST of ' : ''}${[type, converted_type].filter(Boolean).join(' ')}${zone}`;
    if (isList) i += 2;
  }
  return columns;
}

/** How the header of a DuckDB file names storage version v1.4.0, which DuckDB 1.4.4 and newer read. */
const V1_4_0 = 67;

test('the database is written for DuckDB 1.4.4 and newer', async (t) => {
  const bytes = await readFile(join(out, 'imagenome.duckdb'));
  t.is(bytes.toString('latin1', 8, 12), 'DUCK');
  t.is(bytes.readUInt32LE(12), V1_4_0);
});

test('the layout is that of the contract', async (t) => {
  const tables = await parquetTables();
  const perImage = Object.keys(contractColumns).sort();
  t.true(tables.length > 20);
  const top = [
    'NOTICE.txt',
    'README.md',
    'SHA256SUMS.txt',
    'attach.sql',
    'chunks.json',
    'croissant.json',
    'datapackage.json',
    'imagenome.duckdb',
  ];
  t.deepEqual((await readdir(out)).sort(), [...top, 'manifest.json', 'parquet']);
  for (const path of (await filesBelow(out)).filter((path) => path.startsWith('parquet/'))) {
    const isPart = /^parquet\/((?:derived\/)?\w+)\/patient_group=p1\d\/part-\d+\.parquet$/.exec(path)?.[1];
    const isSmall = /^parquet\/(\w+)\.parquet$/.exec(path)?.[1];
    t.true(
      isPart
        ? perImage.includes(isPart) || isPart.startsWith('derived/')
        : isSmall !== undefined && !perImage.includes(isSmall),
      path,
    );
  }
});

test('the manifest lists the rows, bytes and checksum of every file', async (t) => {
  const { tables, others, format_version } = await readJson('manifest.json');
  t.is(format_version, 2);
  const listed = new Map<string, { rows?: number; bytes: number; sha256: string }>();
  for (const { name, rows, files } of tables) {
    t.is(
      rows,
      files.reduce((sum: number, file: { rows: number }) => sum + file.rows, 0),
      name,
    );
    for (const { path, ...file } of files) listed.set(path, file);
  }
  for (const { path, ...file } of others) listed.set(path, file);
  const files = (await filesBelow(out)).filter((path) => !['manifest.json', 'SHA256SUMS.txt'].includes(path));
  t.deepEqual([...listed.keys()].sort(), files);
  for (const [path, { rows, ...fact }] of listed) {
    t.deepEqual(fact, { bytes: (await stat(join(out, path))).size, sha256: await sha256(path) }, path);
    if (path.endsWith('.parquet')) t.is(rows, Number((await footerOf(join(out, path))).num_rows), path);
  }
});

test('sha256sum finds every file as it is listed', async (t) => {
  const listed = execFileSync('sha256sum', ['-c', 'SHA256SUMS.txt'], { cwd: out, encoding: 'utf8' });
  const names = listed
    .trim()
    .split('\n')
    .map((line) => line.replace(/: OK$/, ''));
  t.deepEqual(
    names.sort(),
    (await filesBelow(out)).filter((path) => path !== 'SHA256SUMS.txt'),
  );
});

test('per-image tables have the columns and types of the contract, all others only its types', async (t) => {
  for (const table of await parquetTables()) {
    for (const path of await partsOf(out, table)) {
      const columns = await columnsOf(path);
      const expected = contractColumns[table];
      if (expected) t.deepEqual(Object.entries(columns), Object.entries(expected), path);
      else
        t.deepEqual(
          Object.entries(columns).filter(([, type]) => !contractTypes.includes(type)),
          [],
          path,
        );
    }
  }
});

test('every column is compressed by ZSTD, and metadata name no clock and no path', async (t) => {
  for (const table of await parquetTables()) {
    for (const path of await partsOf(out, table)) {
      const { row_groups, key_value_metadata } = await footerOf(join(out, path));
      const codecs = row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data!.codec));
      t.deepEqual(
        [...new Set(codecs)].filter((codec) => codec !== 'ZSTD'),
        [],
        path,
      );
      const about = Object.fromEntries(key_value_metadata!.map(({ key, value }) => [key, value]));
      t.deepEqual(
        Object.keys(about).sort(),
        ['columns', 'contract_version', 'grain', 'licence', 'table', 'title'],
        path,
      );
      t.is(about.table, nameOf(table), path);
      t.is(about.contract_version, '2', path);
      t.deepEqual(Object.keys(JSON.parse(about.columns!)), Object.keys(await columnsOf(path)), path);
      t.false(Object.values(JSON.parse(about.columns!)).includes(''), path);
    }
  }
  for (const path of (await filesBelow(out)).filter((path) => /\.(txt|json|md)$/.test(path))) {
    t.false((await readFile(join(out, path), 'utf8')).includes(folder), path);
  }
});

test('the DuckDB tables have the rows of the Parquet files, in their order', async (t) => {
  for (const table of await parquetTables()) {
    const [stored, published] = [await tableRows(out, nameOf(table)), await parquetRows(out, table)];
    t.is(stored.length, published.length, table);
    t.deepEqual(stored, published, table);
  }
});

/** The order of the contract behind that of the images. */
const indexColumns: Record<string, string[]> = {
  objects: ['object_index'],
  object_phrases: ['entry_index', 'phrase_index'],
  object_attributes: ['entry_index', 'phrase_index', 'attribute_index'],
  phrases: ['sent_loc', 'phrase_id'],
  comparison_relations: ['relationship_index'],
};

function inOrder(names: readonly string[]): (a: ParquetRow, b: ParquetRow) => number {
  return (a, b) => {
    for (const name of names) {
      const [one, other] = [a[name] ?? null, b[name] ?? null];
      if (one === other) continue;
      if (one === null || other === null) return one === null ? 1 : -1;
      return one < other ? -1 : 1;
    }
    return 0;
  };
}

test('rows are ordered within files and from file to file, and no patient spans two', async (t) => {
  const images = await parquetRows(out, 'images');
  t.deepEqual(images, images.toSorted(inOrder(['patient_id', 'study_order', 'study_id', 'image_id'])));
  const place = new Map(images.map(({ image_id }, i) => [image_id, i]));
  for (const [table, columns] of Object.entries(indexColumns)) {
    const rows = (await parquetRows(out, table)).map((row) => ({ ...row, place: place.get(row.image_id) }));
    t.deepEqual(rows, rows.toSorted(inOrder(['place', ...columns])), table);
    t.true(rows.length > 100, table);
  }
  await withWarehouse(out, async (ask) => {
    for (const table of Object.keys(contractColumns)) {
      t.deepEqual(
        await ask(`
          select patient_id, count(distinct filename)::integer as files
          from read_parquet('${out}/parquet/${table}/*/*.parquet', filename = true, hive_partitioning = false)
          group by all having files > 1`),
        [],
        table,
      );
      t.deepEqual(
        await ask(`
          select patient_id, patient_group
          from read_parquet('${out}/parquet/${table}/*/*.parquet', hive_partitioning = true)
          where patient_group <> 'p' || left(patient_id::varchar, 2)`),
        [],
        table,
      );
    }
  });
});

test('both machine-readable dictionaries describe every column of every file', async (t) => {
  const { resources } = await readJson('datapackage.json');
  const { recordSet, distribution } = await readJson('croissant.json');
  const tables = await parquetTables();
  const names = (list: { name: string }[]) => list.map(({ name }) => name);
  t.deepEqual(names(resources).sort(), tables.map(nameOf).sort());
  t.deepEqual(names(recordSet).sort(), tables.map(nameOf).sort());
  for (const table of tables) {
    const parts = await partsOf(out, table);
    const columns = Object.keys(await columnsOf(parts[0]!));
    const resource = resources.find(({ name }: { name: string }) => name === nameOf(table));
    t.deepEqual([resource.path].flat(), parts, table);
    t.deepEqual(names(resource.schema.fields), columns, table);
    t.true(resource.schema.fields.every(({ description }: { description: string }) => description !== ''));
    t.true(
      (resource.schema.primaryKey ?? []).every((key: string) => columns.includes(key)),
      table,
    );
    const records = recordSet.find(({ name }: { name: string }) => name === nameOf(table));
    t.deepEqual(names(records.field), columns, table);
  }
  const files = distribution.filter((one: { '@type': string }) => one['@type'] === 'cr:FileObject');
  t.deepEqual(
    files.map(({ contentUrl }: { contentUrl: string }) => contentUrl).sort(),
    (await filesBelow(out)).filter((path) => /\.(parquet|duckdb)$/.test(path)),
  );
  for (const { contentUrl, sha256: stated } of files) t.is(stated, await sha256(contentUrl), contentUrl);
});

test('croissant.json says of Parquet what its readers know: a media type of their own, file sets by pattern', async (t) => {
  const { distribution, recordSet } = await readJson('croissant.json');
  const sets = distribution.filter((one: { '@type': string }) => one['@type'] === 'cr:FileSet');
  const partitioned = [
    ...Object.keys(contractColumns),
    ...(await parquetTables()).filter((name) => name.startsWith('derived/')),
  ];
  t.is(sets.length, partitioned.length);
  for (const { '@id': id, containedIn, includes, encodingFormat } of sets) {
    t.is(encodingFormat, 'application/x-parquet', id);
    t.is(containedIn, undefined, id);
    const pattern = new RegExp(`^${includes.replaceAll('*', '[^/]+')}$`);
    t.deepEqual(
      (await filesBelow(out)).filter((path) => pattern.test(path)),
      await partsOf(out, partitioned.find((name) => `${nameOf(name)}-files` === id)!),
    );
  }
  for (const { contentUrl, encodingFormat } of distribution) {
    if (contentUrl?.endsWith('.parquet')) t.is(encodingFormat, 'application/x-parquet', contentUrl);
  }
  const sources = recordSet.flatMap(({ field }: { field: { source: Source }[] }) =>
    field.map(({ source: { fileSet, fileObject } }) => (fileSet ?? fileObject)!['@id']),
  );
  const ids = distribution.map((one: { '@id': string }) => one['@id']);
  t.deepEqual(
    [...new Set(sources)].filter((id) => !ids.includes(id)),
    [],
  );
});

interface Source {
  fileSet?: { '@id': string };
  fileObject?: { '@id': string };
}

test('croissant.json is version 1.1: from what it was made, who may use it, what is skewed', async (t) => {
  const found = await readJson('croissant.json');
  t.is(found.conformsTo, 'http://mlcommons.org/croissant/1.1');
  const { build } = await readJson('manifest.json');
  const [input] = found['prov:wasDerivedFrom'];
  t.is(input.identifier.value, build.input_fingerprint);
  t.is(input.isBasedOn['@id'], 'https://doi.org/10.13026/wv01-y230');
  t.is(found['prov:wasGeneratedBy']['prov:wasAssociatedWith'].softwareVersion, build.version);
  t.true(found.usageInfo.some(({ termCode }: { termCode?: string }) => termCode === 'DUO_0000004'));
  const lists = found.recordSet.flatMap(
    ({ field }: { field: { isArray?: boolean; arrayShape?: string }[] }) =>
      field.filter(({ isArray }) => isArray),
  );
  t.true(lists.length > 10);
  t.true(lists.every(({ arrayShape }: { arrayShape?: string }) => arrayShape === '-1'));
  const limits = await readFile(projectFile('docs', 'limits.md'), 'utf8');
  const figures = [...found['rai:dataBiases'], ...found['rai:dataLimitations']].join(' ').match(/\d+\.\d+/g)!;
  t.true(figures.length >= 6);
  for (const figure of figures) t.true(limits.includes(figure), figure);
});

test('of credentialed data the descriptors name source, authors and conditions', async (t) => {
  const { build } = await readJson('manifest.json');
  const file = { path: 'imagenome.duckdb', bytes: 1, sha256: '' };
  const found = JSON.parse(
    JSON.stringify([
      croissant({ ...build, is_synthetic: false }, [], file, new Date(0)),
      dataPackage({ ...build, is_synthetic: false }, []),
    ]),
  );
  const [descriptor, dataset] = found;
  const [input] = descriptor['prov:wasDerivedFrom'];
  t.is(input['@id'], 'https://doi.org/10.13026/wv01-y230');
  t.is(input.identifier.value, build.input_fingerprint);
  t.is(descriptor.creator.length, 13);
  t.deepEqual(
    descriptor.usageInfo.flatMap(({ termCode }: { termCode?: string }) => termCode ?? []),
    ['DUO_0000042', 'DUO_0000026'],
  );
  t.regex(descriptor.license, /physionet/);
  t.is(dataset.sources[0].path, 'https://doi.org/10.13026/wv01-y230');
  t.is(dataset.contributors.length, 14);
});

test('datapackage.json is version 2: tables that match their files field by field, and text as written', async (t) => {
  const { $schema, sources, contributors, licenses, resources } = await readJson('datapackage.json');
  t.is($schema, 'https://datapackage.org/profiles/2.0/datapackage.json');
  const { build } = await readJson('manifest.json');
  t.is(sources[0].fingerprint, `sha256:${build.input_fingerprint}`);
  t.true(contributors.length > 0 && licenses.length > 0);
  for (const { name, type, schema } of resources) {
    t.deepEqual([type, schema.fieldsMatch, schema.missingValues], ['table', 'exact', []], name);
  }
});

test('datapackage.json states no size, which its readers take for that of the rows as text', async (t) => {
  const { resources } = await readJson('datapackage.json');
  for (const { name, path, bytes, hash } of resources) {
    t.is(bytes, undefined, name);
    if (typeof path === 'string') t.is(hash, `sha256:${await sha256(path)}`, name);
  }
});

test('the readme says which files each table with rows has, as Hugging Face datasets reads it', async (t) => {
  const [, head] = /^---\n(.*?)\n---\n/s.exec(await readFile(join(out, 'README.md'), 'utf8'))!;
  const configs = new Map(
    [...head!.matchAll(/^- config_name: (\w+)\n {2}data_files: (\S+)$/gm)].map(([, name, pattern]) => [
      name!,
      new RegExp(`^${pattern!.replaceAll('*', '[^/]+')}$`),
    ]),
  );
  const { tables } = await readJson('manifest.json');
  const withRows = tables.filter(({ rows }: { rows: number }) => rows > 0);
  t.deepEqual(
    [...configs.keys()],
    withRows.map(({ name }: { name: string }) => name),
  );
  const files = await filesBelow(out);
  for (const { name, files: parts } of withRows) {
    t.deepEqual(
      files.filter((path) => configs.get(name)!.test(path)),
      parts.map(({ path }: { path: string }) => path),
      name,
    );
  }
});

test('the readme has every table, column and view, the notice says that nothing is real', async (t) => {
  const readme = await readFile(join(out, 'README.md'), 'utf8');
  await withWarehouse(out, async (ask) => {
    const views = await ask(
      `select view_name from duckdb_views() where not internal and schema_name = 'main'`,
    );
    t.true(readme.includes('`patient_history(patient)`'));
    for (const { view_name } of views) t.true(readme.includes(`\`${view_name}\``), `${view_name}`);
  });
  for (const table of await parquetTables()) {
    const section = readme.split(`### ${nameOf(table)}\n`)[1]?.split('\n### ')[0];
    for (const column of Object.keys(await columnsOf((await partsOf(out, table))[0]!))) {
      t.true(section?.includes(`\n| \`${column}\` `), `${table}.${column}`);
    }
  }
  t.regex(await readFile(join(out, 'NOTICE.txt'), 'utf8'), /synthetic/);
});

test('the database has plain types only, and a comment on every table and column', async (t) => {
  await withWarehouse(out, async (ask) => {
    const types =
      await ask(`select distinct data_type from duckdb_columns() where (schema_name, table_name) in
      (select (schema_name, table_name) from duckdb_tables()) order by 1`);
    t.deepEqual(
      types.map(({ data_type }) => data_type),
      [
        'BIGINT',
        'BOOLEAN',
        'DOUBLE',
        'DOUBLE[]',
        'INTEGER',
        'INTEGER[]',
        'TIMESTAMP',
        'VARCHAR',
        'VARCHAR[]',
      ],
    );
    const silent = await ask(`
      select table_name, column_name from duckdb_columns() where schema_name in ('main', 'derived') and not internal and comment is null
      union all select table_name, null from duckdb_tables() where comment is null
      union all select view_name, null from duckdb_views() where not internal and comment is null`);
    t.deepEqual(silent, []);
    t.deepEqual(
      await ask(
        `select table_name from duckdb_columns() where column_name = 'patient_group' and not internal`,
      ),
      [],
    );
  });
});
