import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { type InputLocation, provenance } from '../discover/input.js';
import { type GraphReader, openReader } from '../discover/reader.js';
import { Chunk } from '../flatten/chunk.js';
import type { FlatChunk } from '../flatten/flat_chunk.js';
import { streamsOf } from '../flatten/streams.js';
import { identify } from '../plan/identify.js';
import type { PlannedGraph } from '../plan/planned_graph.js';
import type { Opening, Task, WorkerOptions } from './task.js';

const { withText } = workerData as WorkerOptions;
let location: InputLocation;
let reader: GraphReader;

parentPort!.on('message', (task: Opening | Task) => {
  if (task.kind === 'open') {
    location = task.location;
    reader = openReader(location);
    return;
  }
  if (task.kind === 'identify') {
    parentPort!.postMessage(task.refs.map((ref) => identify(reader, ref)));
    return;
  }
  const flat = flatten(task.graphs);
  parentPort!.postMessage(
    flat,
    Object.values(flat.tables).map((bytes) => bytes.buffer as ArrayBuffer),
  );
});

function flatten(graphs: readonly PlannedGraph[]): FlatChunk {
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
  const streams = streamsOf(chunk, withText);
  chunk.recycle();
  return { ...streams, bytes, fingerprint: fingerprint.digest('hex') };
}
