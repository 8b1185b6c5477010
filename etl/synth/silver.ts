import { inOrder } from '../workers/in_order.js';
import { Pool } from '../workers/pool.js';
import type { Chunk, Cohort } from './cohort.js';
import { addCounts, type GraphCounts, noCounts } from './counts.js';
import type { DefectPlan } from './defects/plan.js';
import type { ListFiles } from './list_files.js';
import type { ListPath } from './lists.js';
import type { SynthOptions } from './options.js';
import type { ReconciliationCounts } from './reconciliation.js';
import { mergeRelations, type RelationsByRegion } from './relations_without_box.js';
import type { GraphSink } from './sink.js';
import type { SynthTasks } from './task.js';

/** What the scene graphs and lists of a release hold: rows by kind, studies with a graph, rows per list, bytes unpacked. */
export interface Silver {
  readonly graphs: GraphCounts;
  readonly studies: number;
  readonly relations: RelationsByRegion;
  readonly differences: ReconciliationCounts;
  readonly rows: Partial<Record<ListPath, number>>;
  readonly bytes: number;
}

/** Chunks under way or waiting for the writer, for each worker: what bounds the memory. */
const AHEAD = 2;

/** Writes scene graphs and lists, chunk by chunk in order. */
export async function writeSilver(
  cohort: Cohort,
  chunks: readonly Chunk[],
  defects: DefectPlan,
  sink: GraphSink,
  files: ListFiles,
  { workers = 2, onProgress }: SynthOptions,
): Promise<Silver> {
  const sum = {
    graphs: noCounts(),
    relations: {} as RelationsByRegion,
    differences: {} as ReconciliationCounts,
    studies: 0,
    rows: {} as Silver['rows'],
    bytes: 0,
  };
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
    addCounts(sum.differences, output.differences);
    mergeRelations(sum.relations, output.relations);
    sum.studies += output.studies;
    done = Math.min(done + output.members.length, cohort.graphs);
    onProgress?.(done, cohort.graphs);
  }
  return sum;
}
