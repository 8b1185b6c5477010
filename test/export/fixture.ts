import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestFn } from 'ava';
import { build } from '../../etl/build.js';
import { synthesize } from '../../etl/synth/index.js';

/** A scene graph as the release has it, as far as the tests of exports look at it. */
export interface Graph {
  readonly image_id: string;
  readonly study_id: number;
  readonly patient_id: number;
  readonly viewpoint: string;
  readonly reason_for_exam: string | null;
  readonly objects: readonly Record<string, number | string | null>[];
  readonly attributes: readonly {
    readonly bbox_name: string;
    readonly phrases: readonly string[];
    readonly phrase_IDs: readonly string[];
    readonly attributes: readonly (readonly string[])[];
  }[];
}

/** A synthetic release with loose graphs, and a warehouse of it with splits, gold tables and the sizes of the images. */
export interface ExportFixture {
  readonly folder: string;
  readonly warehouse: string;
  readonly graphs: readonly Graph[];
}

/** Makes the release and the warehouse once for all tests of a file. */
export function exportFixture(test: TestFn, images = 60): () => ExportFixture {
  let made: ExportFixture;
  test.before(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'imagenome-export-'));
    const [input, warehouse] = [join(folder, 'release'), join(folder, 'warehouse')];
    await synthesize({ images, seed: 21, out: input, loose: true, goldPatients: 2, workers: 1 });
    const mimic = (name: string) => join(input, 'mimic-cxr-jpg', `mimic-cxr-2.0.0-${name}.csv.gz`);
    await build({ input, out: warehouse, workers: 1, mimicMetadata: mimic('metadata') });
    const loose = join(input, 'silver_dataset', 'scene_graph');
    const names = (await readdir(loose)).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(loose, name), 'utf8')));
    made = { folder, warehouse, graphs: texts.map((text) => JSON.parse(text) as Graph) };
  });
  test.after.always(() => rm(made.folder, { recursive: true, force: true }));
  return () => made;
}

/** Every file below a folder, by path. */
export async function filesOf(folder: string): Promise<Record<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const files = paths
    .sort()
    .map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const);
  return Object.fromEntries(await Promise.all(files));
}
