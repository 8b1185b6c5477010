import type { GraphReader } from '../etl/discover/graph_reader.js';
import { discover } from '../etl/discover/index.js';
import { openReader } from '../etl/discover/reader.js';
import { locateRelease } from '../etl/discover/release.js';
import { Chunk } from '../etl/flatten/chunk.js';
import { streamsOf } from '../etl/flatten/streams.js';
import { LARGEST_CHUNK } from '../etl/plan/chunks.js';
import { identify } from '../etl/plan/identify.js';
import type { PlannedGraph } from '../etl/plan/planned_graph.js';
import { cached } from './cache.js';

/** One chunk as Arrow IPC streams by table. */
export type Streams = Readonly<Record<string, Uint8Array>>;

/** The first graphs of an input, for what is done with them in this process. */
export class Graphs {
  private constructor(
    readonly reader: GraphReader,
    readonly identified: () => PlannedGraph[],
  ) {}

  static async open(input: string, count: number): Promise<Graphs> {
    const { location, refs } = await discover(await locateRelease(input), cached());
    const reader = openReader(location);
    const first = refs.slice(0, count).sort((a, b) => a.offset - b.offset);
    const identified = () =>
      first.map((ref) => {
        const identity = identify(reader, ref);
        if ('rejection' in identity) throw new Error(`${ref.name}: ${identity.rejection.message}`);
        const { image_id, patient_id, study_id, study_order } = identity;
        return { image_id, patient_id, study_id, study_order, ref };
      });
    return new Graphs(reader, identified);
  }

  /** Flattens them in chunks of the usual size. */
  flatten(planned: readonly PlannedGraph[]): Streams[] {
    const chunks: Streams[] = [];
    for (let start = 0; start < planned.length; start += LARGEST_CHUNK) {
      const chunk = new Chunk(true);
      for (const graph of planned.slice(start, start + LARGEST_CHUNK)) {
        chunk.add(() => this.reader.read(graph.ref), { source: '', member: graph.ref.name }, graph);
      }
      chunks.push(streamsOf(chunk).tables);
      chunk.release();
    }
    return chunks;
  }
}
