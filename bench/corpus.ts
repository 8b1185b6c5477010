import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../etl/project.js';
import { type Synthesized, synthesize } from '../etl/synth/index.js';
import { cached } from './cache.js';

/** The same synthetic scene graphs in two forms. */
export interface Corpus {
  /** A folder with nothing but loose files. */
  readonly files: string;
  readonly zip: string;
  readonly graphs: number;
  /** Bytes of JSON. */
  readonly bytes: number;
}

export type InputForm = 'files' | 'zip';

const SEED = 20261;

/** A corpus of that many graphs, made when it is not there yet, without the lists of a release: peers do not read them. */
export async function corpusOf(graphs: number, forms: readonly InputForm[]): Promise<Corpus> {
  const folder = cached(`corpus-${graphs}-${generator()}`);
  const [files, zip] = [join(folder, 'scene_graph'), join(folder, 'scene_graph.zip')];
  const record = join(folder, 'corpus.json');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const form of forms) {
    const target = form === 'zip' ? zip : files;
    if (existsSync(target)) continue;
    process.stderr.write(`corpus: ${graphs} graphs, ${form}\n`);
    const made = await makeRelease(graphs, form, join(folder, 'release'), target);
    writeFileSync(record, JSON.stringify(made));
  }
  const { bytes } = JSON.parse(readFileSync(record, 'utf8')) as Synthesized;
  return { files, zip, graphs, bytes };
}

async function makeRelease(images: number, form: InputForm, release: string, target: string) {
  const loose = form === 'files';
  const workers = availableParallelism();
  const made = await synthesize({ images, seed: SEED, out: release, loose, workers });
  renameSync(join(release, 'silver_dataset', loose ? 'scene_graph' : 'scene_graph.zip'), target);
  rmSync(release, { recursive: true });
  return made;
}

/** Names the generator: another one gives another corpus. */
function generator(): string {
  const folder = projectFile('dist', 'etl', 'synth');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.js(on)?$/.test(name),
  );
  const hash = createHash('sha256').update(String(SEED));
  for (const name of sources.sort()) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 8);
}
