import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ExecutionContext } from 'ava';
import { type SynthOptions, synthesize } from '../../etl/synth/index.js';
import type { Truth } from '../../etl/synth/truth.js';

/** A release in a folder that goes with the test. */
export async function release(t: ExecutionContext, options: Omit<SynthOptions, 'out'>): Promise<string> {
  const out = join(await folder(t), 'release');
  await synthesize({ workers: 2, ...options, out });
  return out;
}

/** An empty folder that goes with the test. */
export async function folder(t: ExecutionContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'synth-'));
  t.teardown(() => rm(path, { recursive: true, force: true }));
  return path;
}

export async function truthOf(release: string): Promise<Truth> {
  return JSON.parse(await readFile(join(release, 'truth.json'), 'utf8'));
}

/** Paths of all files and links below a folder, sorted. */
export async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** One hash over the names and bytes of all files below a folder. */
export async function hashOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await filesBelow(root)) {
    const bytes = await readFile(join(root, path)).catch(() => readlink(join(root, path)));
    hash.update(`${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

export type Query = (sql: string) => Promise<Record<string, unknown>[]>;

/** A database in memory, or one that is opened for reading. */
export async function database(path = ':memory:'): Promise<Query> {
  const options = path === ':memory:' ? {} : { access_mode: 'READ_ONLY' };
  const instance = await DuckDBInstance.create(path, options);
  const connection: DuckDBConnection = await instance.connect();
  return async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

const corners = 'x1 double, y1 double, x2 double, y2 double, original_width double';
const columns = {
  image_id: 'varchar',
  viewpoint: 'varchar',
  patient_id: 'integer',
  study_id: 'integer',
  StudyDateTime: 'varchar',
  objects: `struct(bbox_name varchar, ${corners})[]`,
  attributes:
    'struct(bbox_name varchar, attributes varchar[][], phrases varchar[], "phrase_IDs" varchar[], object_id varchar)[]',
  relationships:
    'struct(relationship_id varchar, bbox_name varchar, subject_id varchar, object_id varchar, relationship_names varchar[], attributes varchar[])[]',
};

/** DuckDB's own reading of loose graphs, as a table of one row each. `paths`: a glob below the release. */
export function graphsOf(release: string, paths = 'silver_dataset/scene_graph/*.json'): string {
  const types = Object.entries(columns).map(([name, type]) => `${name}: '${type}'`);
  return `read_json('${join(release, paths)}', format = 'unstructured', records = true, columns = {${types}})`;
}
