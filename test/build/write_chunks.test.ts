import test from 'ava';
import type { InputLocation } from '../../etl/discover/input.js';
import { LARGEST_CHUNK } from '../../etl/plan/chunks.js';
import type { Plan } from '../../etl/plan/plan.js';
import type { PlannedGraph } from '../../etl/plan/planned_graph.js';
import type { FlattenPool } from '../../etl/workers/flatten_pool.js';
import { writeChunks } from '../../etl/write/chunks.js';
import type { ChunkWriter } from '../../etl/write/writer.js';

const graph: PlannedGraph = {
  ...{ image_id: 'a1', patient_id: 10000001, study_id: 50000001, study_order: 1 },
  ref: { name: 'a1.json', offset: 0, size: 0 },
};
const location: InputLocation = { kind: 'files', path: '/nowhere' } as never;
const planOf50 = (): Plan => ({
  chunks: Array.from({ length: 50 }, (_, part) => ({
    patient_group: 'p10',
    part,
    parts: 50,
    graphs: Array(LARGEST_CHUNK).fill(graph),
    input: '',
    names: '',
    patients: {},
  })),
  graphs: 50 * LARGEST_CHUNK,
  found: 50 * LARGEST_CHUNK,
  broken: 0,
  ranges: [],
  rejected: [],
  issues: [],
  skipped: [],
  listing: undefined,
});

/** A pool that counts what it is asked, and a writer that fails at the chunk of this number. */
function failingAt(number: number, error: Error) {
  let [asked, written] = [0, 0];
  const pool = {
    size: 1,
    run: async (_: string, { chunks }: { chunks: unknown[] }) => {
      asked += chunks.length;
      return chunks.map(() => ({ tables: {}, rows: {}, bytes: 1, fingerprint: 'f' }));
    },
  };
  const writer = {
    write: async () => {
      if (written === number) throw error;
      written++;
    },
  };
  return {
    pool: pool as unknown as FlattenPool,
    writer: writer as unknown as ChunkWriter,
    counts: () => ({ asked, written }),
  };
}

test('after a failure nothing more is flattened and the failure is the result', async (t) => {
  const { pool, writer, counts } = failingAt(3, new Error('full disk'));
  await t.throwsAsync(
    writeChunks(planOf50(), location, pool, writer, () => {}),
    { message: 'full disk' },
  );
  t.is(counts().written, 3);
  t.true(counts().asked <= 6, `${counts().asked} chunks were flattened`);
});

test('after an interrupt nothing more is flattened and its reason is the result', async (t) => {
  const { pool, writer, counts } = failingAt(-1, new Error('never'));
  const controller = new AbortController();
  const stop = ({ done = 0 }) => done === 2 * LARGEST_CHUNK && controller.abort(new Error('interrupted'));
  await t.throwsAsync(writeChunks(planOf50(), location, pool, writer, stop, controller.signal), {
    message: 'interrupted',
  });
  t.true(counts().asked <= 5, `${counts().asked} chunks were flattened`);
});
