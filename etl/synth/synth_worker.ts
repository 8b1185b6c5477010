import { workerData } from 'node:worker_threads';
import { serve } from '../workers/serve.js';
import { writeChunk } from './chunk.js';
import type { SynthTasks, WorkerOptions } from './task.js';

const { cohort, defects } = workerData as WorkerOptions;

serve<SynthTasks>({
  write: (chunk) => {
    const answer = writeChunk(cohort, defects, chunk);
    return { answer, moved: [answer.data.buffer as ArrayBuffer] };
  },
});
