import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { listGraphs } from './source.js';

/** The limit: workers that only read or inflate, and JSON.parse. Nothing is written. */
const [input] = process.argv.slice(2) as [string];
const graphs = await listGraphs(input);
const cores = availableParallelism();
const shares = Array.from({ length: cores }, (_, i) => graphs.filter((_, j) => j % cores === i));
const ends = shares.map(async (graphs) => {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { input, graphs } });
  const [parsed] = (await once(worker, 'message')) as [number];
  await worker.terminate();
  return parsed;
});
const parsed = (await Promise.all(ends)).reduce((sum, count) => sum + count, 0);
if (parsed !== graphs.length) throw new Error(`parsed ${parsed} of ${graphs.length} graphs`);
