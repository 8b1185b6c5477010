import { createHash } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { TableSender } from '../arrow/transfer.js';
import type { GraphReader } from '../discover/graph_reader.js';
import { type InputLocation, provenance } from '../discover/input.js';
import { openReader } from '../discover/reader.js';
import { isBoundedBy } from '../fast_path/bounds.js';
import { Chunk } from '../fast_path/chunk.js';
import { FastPath } from '../fast_path/fast_path.js';
import type { FlatChunk } from '../fast_path/flat_chunk.js';
import { identify } from '../plan/identify.js';
import type { PlannedGraph } from '../plan/planned_graph.js';
import { serve } from './serve.js';
import type { FlattenTasks, WorkerOptions } from './task.js';

const { withText, careful, limits } = workerData as WorkerOptions;
const fastPath = careful || !isBoundedBy(limits) ? undefined : new FastPath();

let opened: GraphReader | undefined;

/** The reader of the input that all tasks are about. */
function readerOf(location: InputLocation): GraphReader {
  opened ??= openReader(location, limits);
  return opened;
}

serve<FlattenTasks>({
  identify: ({ location, refs }) => {
    const reader = readerOf(location);
    return { answer: refs.map((ref) => identify(reader, ref, { limits, withText })) };
  },
  flatten: ({ location, chunks }) => {
    const sender = new TableSender();
    return { answer: chunks.map((graphs) => flatten(location, graphs, sender)), moved: sender.moved };
  },
});

function flatten(location: InputLocation, graphs: readonly PlannedGraph[], sender: TableSender): FlatChunk {
  const reader = readerOf(location);
  const chunk = new Chunk(withText, fastPath, limits);
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
  const tables = Object.fromEntries(
    [...chunk.finish()].map(([name, table]) => [name, sender.messageOf(table)]),
  );
  return { tables, bytes, fingerprint: fingerprint.digest('hex'), careful: chunk.carefulGraphs };
}
