import { inOrder } from '../workers/in_order.js';
import { Pool } from '../workers/pool.js';
import { type Chunk, type Cohort, drawCohort } from './cohort.js';
import { addCounts, noCounts } from './counts.js';
import { plantInGold, plantInLists } from './defects/lists.js';
import { type DefectPlan, planDefects } from './defects/plan.js';
import { countDefects } from './defects/truth.js';
import { drawGold } from './gold/index.js';
import { ListFiles } from './list_files.js';
import { semanticsFiles } from './semantics.js';
import { folderSink, type GraphSink, zipSink } from './sink.js';
import { NOTE, note, replaceFolder } from './target.js';
import type { SynthTasks } from './task.js';
import type { Truth } from './truth.js';
import { writeText } from './write_text.js';

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
  /** Number of worker threads, 2 by default; the bytes do not depend on it. */
  readonly workers?: number;
  readonly onProgress?: (done: number, total: number) => void;
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
  writeText(folder, NOTE, note);
  for (const [name, text] of Object.entries(semanticsFiles())) writeText(folder, `semantics/${name}`, text);
  const plan = options.defects ? planDefects(cohort, loose ? 'loose' : 'zip') : noDefects;
  const gold = drawGold(cohort);
  const goldFiles = options.defects ? plantInGold(gold.files) : gold.files;
  for (const [name, text] of Object.entries(goldFiles)) writeText(folder, `gold_dataset/${name}`, text);
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
  writeText(folder, 'truth.json', `${JSON.stringify(truth, null, 2)}\n`);
  const bytes_on_disk = sink.end();
  files.close();
  const { studies, patients } = truth;
  return { images: truth.graphs.images, studies, patients, bytes, bytes_on_disk };
}

/** Chunks under way or waiting for the writer, for each worker: what bounds the memory. */
const AHEAD = 2;

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
  const script = new URL('./synth_worker.js', import.meta.url);
  await using pool = new Pool<SynthTasks>(script, { size: workers, workerData: { cohort, defects } });
  for await (const output of inOrder(chunks, workers * AHEAD, (chunk) => pool.run('write', chunk))) {
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
