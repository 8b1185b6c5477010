import { parentPort, workerData } from 'node:worker_threads';
import { writeChunk } from './chunk.js';
import type { Task, WorkerOptions } from './task.js';

const { cohort, defects } = workerData as WorkerOptions;

parentPort!.on('message', (task: Task) => {
  const output = writeChunk(cohort, defects, task);
  parentPort!.postMessage(output, [output.data.buffer as ArrayBuffer]);
});
