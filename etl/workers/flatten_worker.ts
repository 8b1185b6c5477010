import { createHash } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import type { GraphReader } from '../discover/graph_reader.js';
import { type InputLocation, provenance } from '../discover/input.js';
import { openReader } from '../discover/reader.js';
import { Chunk } from '../flatten/chunk.js';
import type { FlatChunk } from '../flatten/flat_chunk.js';
import { streamsOf } from '../flatten/streams.js';
import { identify } from '../plan/identify.js';
import type { PlannedGraph } from '../plan/planned_graph.js';
import { serve } from './serve.js';
import type { FlattenTasks, WorkerOptions } from './task.js';

const { withText } = workerData as WorkerOptions;

let opened: GraphReader | undefined;

/** The reader of the input that all tasks are about. */
function readerOf(location: InputLocation): GraphReader {
  opened ??= openReader(location);
  return opened;
}

serve<FlattenTasks>({
  identify: ({ location, refs }) => {
    const reader = readerOf(location);
    return { answer: refs.map((ref) => identify(reader, ref)) };
  },
  flatten: ({ location, chunks }) => {
    const answer = chunks.map((graphs) => flatten(location, graphs));
    const streams = answer.flatMap(({ tables }) => Object.values(tables));
    return { answer, moved: streams.map((bytes) => bytes.buffer as ArrayBuffer) };
  },
});

function flatten(location: InputLocation, graphs: readonly PlannedGraph[]): FlatChunk {
  const reader = readerOf(location);
  const chunk = new Chunk(withText);
  const fingerprint = createHash('sha256');
  let bytes = 0;
  for (const graph of graphs) {
    const read = () => {
      const buffer = reader.read(graph.ref);
      bytes += buffer.length;
      fingerprint.update(`${buffer.length} ${graph.ref.declared?.crc32 ?? crc32(buffer)}\n`);
      return buffer;
    };
    chunk.add(read, provenance(location, graph.ref.name), graph);
  }
  const streams = streamsOf(chunk);
  chunk.release();
  return { ...streams, bytes, fingerprint: fingerprint.digest('hex') };
}
