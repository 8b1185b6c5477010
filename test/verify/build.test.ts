import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { build } from '../../etl/build.js';
import { UserError } from '../../etl/error.js';
import type { Progress } from '../../etl/progress.js';
import { runChecks } from '../../etl/verify/checks.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf } from '../helpers/graph.js';
import { exampleRelease } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** The databases that the builds of this file have connected to, the latest last. */
const databases: DuckDBInstance[] = [];
const connect = DuckDBInstance.prototype.connect;

test.before(() => {
  DuckDBInstance.prototype.connect = async function () {
    databases.push(this);
    return connect.call(this);
  };
});
test.after.always(() => {
  DuckDBInstance.prototype.connect = connect;
});

/** Spoils the database of a build when all is loaded and nothing is verified yet. */
const spoiling = (statement: string): Progress => ({
  async stage(name, work) {
    if (name === 'verify') {
      const connection = await connect.call(databases.at(-1)!);
      await connection.run(statement);
      connection.closeSync();
    }
    return work(() => {});
  },
});

const faults: Record<string, [statement: string, message: RegExp]> = {
  'an image that stands twice': [
    'insert into images from images limit 1; delete from images where rowid = 0',
    /check (repeated_images|images_out_of_order): expected no row/,
  ],
  'boxes of no image': [
    'update objects set patient_id = patient_id + 1',
    /check objects_without_images: expected no row/,
  ],
  'findings of no image': [
    'update object_attributes set patient_id = patient_id + 1',
    /check object_attributes_without_images: expected no row/,
  ],
  'images in another order': [
    'create or replace table images as from images order by patient_id desc',
    /check images_out_of_order: expected no row, found/,
  ],
  'a row that is lost': [
    'delete from comparison_relations where rowid = 0',
    /comparison_relations: expected the \d+ rows of its Parquet files, found \d+ in imagenome.duckdb/,
  ],
  'rows of a small table that are lost': [
    'delete from regions',
    /regions: expected the \d+ rows of its Parquet files, found 0/,
  ],
};

for (const [fault, [statement, message]] of Object.entries(faults)) {
  test.serial(`a build with ${fault} is not published`, async (t) => {
    const out = join(await temporaryFolder(t), 'warehouse');
    const error = await t.throwsAsync(
      build({ input: exampleRelease, out, workers: 1 }, spoiling(statement)),
      { instanceOf: UserError },
    );
    t.regex(error.message, message);
    t.regex(error.message, /is not published/);
    t.false(existsSync(out));
  });
}

test.serial('a build that is refused leaves the earlier warehouse as it was', async (t) => {
  const out = join(await temporaryFolder(t), 'warehouse');
  await build({ input: exampleRelease, out, workers: 1 });
  const before = await readFile(join(out, 'manifest.json'), 'utf8');
  const again = { input: exampleRelease, out, workers: 1, reuse: false };
  await t.throwsAsync(build(again, spoiling('delete from objects')), { instanceOf: UserError });
  t.is(await readFile(join(out, 'manifest.json'), 'utf8'), before);
});

test.serial('what only deserves a warning is published', async (t) => {
  const folder = await temporaryFolder(t);
  const input = await writeFiles(join(folder, 'graphs'), {
    'a1_SceneGraph.json': graphOf(),
    'b1_SceneGraph.json': graphOf({ image_id: 'b1', patient_id: 10000002 }),
  });
  const out = join(folder, 'warehouse');
  await build({ input, out, workers: 1 });
  const results = await withDatabase(out, (connection) => runChecks(connection, 'build'));
  t.deepEqual(
    results.filter(({ rows }) => rows > 0).map(({ name, severity }) => [name, severity]),
    [['studies_of_two_patients', 'warning']],
  );
});

async function withDatabase<T>(out: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(join(out, 'imagenome.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
