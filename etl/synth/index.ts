import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Chunk, type Cohort, drawCohort } from './cohort.js';
import { addCounts, type GraphCounts, noCounts } from './counts.js';
import { plantInGold, plantInLists } from './defects/lists.js';
import { type DefectPlan, planDefects } from './defects/plan.js';
import { countDefects, type DefectCounts } from './defects/truth.js';
import { drawGold, type GoldTruth } from './gold/index.js';
import { headerOf, type ListPath, lists } from './lists.js';
import { outputsInOrder } from './pool.js';
import { semanticsFiles } from './semantics.js';
import { folderSink, type GraphSink, zipSink } from './sink.js';
import { NOTE, note, replaceFolder } from './target.js';

/** What to write, and where. */
export interface SynthOptions {
  /** Number of scene graphs, from 1. */
  readonly images: number;
  /** The same seed gives the same bytes. */
  readonly seed: number;
  /** Folder of the release: absent, empty, or an earlier synthetic release, which is replaced. */
  readonly out: string;
  /** Loose files instead of `scene_graph.zip`. */
  readonly loose?: boolean;
  /** With every fault of `defects/table.ts` at its rate. */
  readonly defects?: boolean;
  /** Number of worker threads, 2 unless told; the bytes do not depend on it. */
  readonly workers?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a release holds; written as `truth.json`. */
export interface Truth extends DefectCounts {
  readonly seed: number;
  readonly loose: boolean;
  /** What a sound reader of the scene graphs finds; without what it rejects. */
  readonly graphs: GraphCounts;
  /** Patients, and studies with a graph. */
  readonly patients: number;
  readonly studies: number;
  /** Rows of each list, by its path. */
  readonly rows: Partial<Record<ListPath, number>>;
  readonly gold: GoldTruth;
}

/** What was written: sound graphs, and the bytes of all graphs unpacked and as they lie on disk. */
export interface Synthesized {
  readonly images: number;
  readonly studies: number;
  readonly patients: number;
  readonly bytes: number;
  readonly bytes_on_disk: number;
}

/**
 * Writes a synthetic release.
 * @throws UserError when `out` holds anything else
 */
export async function synthesize(options: SynthOptions): Promise<Synthesized> {
  return replaceFolder(options.out, (folder) => writeRelease(folder, options));
}

async function writeRelease(folder: string, options: SynthOptions): Promise<Synthesized> {
  const { seed, images, loose = false } = options;
  const { cohort, chunks } = drawCohort(seed, images);
  write(folder, NOTE, note);
  for (const [name, text] of Object.entries(semanticsFiles())) write(folder, `semantics/${name}`, text);
  const plan = options.defects ? planDefects(cohort, loose ? 'loose' : 'zip') : noDefects;
  const gold = drawGold(cohort);
  const goldFiles = options.defects ? plantInGold(gold.files) : gold.files;
  for (const [name, text] of Object.entries(goldFiles)) write(folder, `gold_dataset/${name}`, text);
  const files = new ListFiles(folder);
  const sink = loose ? folderSink(folder) : zipSink(folder);
  const silver = await writeSilver(cohort, chunks, plan, sink, files, options);
  if (options.defects) {
    const planted = plantInLists();
    files.append(planted.texts);
    addCounts(silver.rows, planted.rows);
  }
  const { bytes, ...counted } = silver;
  const faults = countDefects(cohort, plan, options.defects === true);
  const truth: Truth = { seed, loose, patients: cohort.patients, ...counted, gold: gold.truth, ...faults };
  write(folder, 'truth.json', `${JSON.stringify(truth, null, 2)}\n`);
  const bytes_on_disk = sink.end();
  files.close();
  const { studies, patients } = truth;
  return { images: truth.graphs.images, studies, patients, bytes, bytes_on_disk };
}

async function writeSilver(
  cohort: Cohort,
  chunks: readonly Chunk[],
  defects: DefectPlan,
  sink: GraphSink,
  files: ListFiles,
  { workers = 2, onProgress }: SynthOptions,
) {
  const sum = { graphs: noCounts(), studies: 0, rows: {} as Truth['rows'], bytes: 0 };
  let done = 0;
  for await (const output of outputsInOrder(chunks, workers, { cohort, defects })) {
    for (const { start, end, ...member } of output.members) {
      sink.add({ ...member, packed: output.data.subarray(start, end) });
      sum.bytes += member.size;
    }
    files.append(output.lists);
    addCounts(sum.graphs, output.counts);
    addCounts(sum.rows, output.rows);
    sum.studies += output.studies;
    done = Math.min(done + output.members.length, cohort.graphs);
    onProgress?.(done, cohort.graphs);
  }
  return sum;
}

const noDefects: DefectPlan = { faults: new Map(), stranger: '' };

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, path), text, { mode: 0o600 });
}

/** The lists of a release, open for appending. */
class ListFiles {
  readonly #files = new Map<string, number>();

  constructor(folder: string) {
    for (const path of Object.keys(lists) as ListPath[]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
      const file = openSync(join(folder, path), 'wx', 0o600);
      writeSync(file, headerOf(path));
      this.#files.set(path, file);
    }
  }

  append(texts: Partial<Record<ListPath, string>>): void {
    for (const [path, text] of Object.entries(texts)) writeSync(this.#files.get(path)!, text);
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
  }
}
