import type { Table as ArrowTable } from 'apache-arrow';
import type { GraphReader } from '../etl/discover/graph_reader.js';
import { discover } from '../etl/discover/index.js';
import { openReader } from '../etl/discover/reader.js';
import { locateRelease } from '../etl/discover/release.js';
import { Chunk } from '../etl/fast_path/chunk.js';
import type { FastPath } from '../etl/fast_path/fast_path.js';
import { LARGEST_CHUNK } from '../etl/plan/chunks.js';
import { identify } from '../etl/plan/identify.js';
import type { PlannedGraph } from '../etl/plan/planned_graph.js';
import { cached } from './cache.js';

/** One chunk as Arrow tables by name. */
export type Tables = ReadonlyMap<string, ArrowTable>;

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

  /** Flattens them in chunks of the usual size: the careful way where no fast path is given. */
  flatten(planned: readonly PlannedGraph[], fast?: FastPath): Tables[] {
    const chunks: Tables[] = [];
    for (let start = 0; start < planned.length; start += LARGEST_CHUNK) {
      const chunk = new Chunk(true, fast);
      for (const graph of planned.slice(start, start + LARGEST_CHUNK)) {
        chunk.add(() => this.reader.read(graph.ref), { source: '', member: graph.ref.name }, graph);
      }
      chunks.push(chunk.finish());
    }
    return chunks;
  }
}
