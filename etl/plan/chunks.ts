import type { Identity } from '../graph/identity.js';
import { compareTexts } from '../text_order.js';
import { patientGroup } from '../warehouse/layout.js';

/** Most graphs of a chunk, unless one patient alone has more: what bounds the memory of a build. */
export const LARGEST_CHUNK = 1280;

/** Graphs of neighbouring patients, in warehouse order: the unit of work, and of one Parquet part a table. */
export interface Chunk<G extends Identity = Identity> {
  /** `p` and the first two digits of patient_id, MIMIC-CXR's own tree. */
  readonly patient_group: string;
  /** Number of the chunk within its group, and so of its part, from 0. */
  readonly part: number;
  /** Chunks of the group. */
  readonly parts: number;
  readonly graphs: readonly G[];
}

/** Order of the warehouse: patient_id, study_order (nulls last), study_id, image_id. */
export function inWarehouseOrder(a: Identity, b: Identity): number {
  return (
    a.patient_id - b.patient_id ||
    (a.study_order ?? Number.POSITIVE_INFINITY) - (b.study_order ?? Number.POSITIVE_INFINITY) ||
    a.study_id - b.study_id ||
    compareTexts(a.image_id, b.image_id)
  );
}

/**
 * Cuts sorted graphs into chunks. A range of patient_ids that holds too many graphs is halved, so that boundaries
 * depend on what a range holds and not on counting from the start: one graph more or less touches one chunk.
 */
export function cutChunks<G extends Identity>(sorted: readonly G[], largest = LARGEST_CHUNK): Chunk<G>[] {
  const parts = new Map<string, number>();
  const chunks = [...byGroup(sorted)]
    .flatMap(({ graphs, low, high }) => halve(graphs, low, high, largest))
    .map((graphs) => {
      const patient_group = patientGroup(graphs[0]!.patient_id);
      const part = parts.get(patient_group) ?? 0;
      parts.set(patient_group, part + 1);
      return { patient_group, part, graphs };
    });
  return chunks.map((chunk) => ({ ...chunk, parts: parts.get(chunk.patient_group)! }));
}

/** Neighbouring patients, for work on whole patients that is done after flattening: of one or several whole chunks. */
export interface PatientRange extends Omit<Chunk, 'graphs'> {
  /** Least and greatest patient_id. */
  readonly first: number;
  readonly last: number;
  /** Number of graphs. */
  readonly n_graphs: number;
}

/** Most graphs of a range, unless one patient alone has more: larger ones save statements and cost memory. */
export const LARGEST_RANGE = 2 * LARGEST_CHUNK;

/** Cuts sorted graphs into ranges of patients; their boundaries are some of those of the chunks. */
export function cutRanges(sorted: readonly Identity[], largest = LARGEST_RANGE): PatientRange[] {
  return cutChunks(sorted, largest).map(({ graphs, ...place }) => ({
    ...place,
    first: graphs[0]!.patient_id,
    last: graphs.at(-1)!.patient_id,
    n_graphs: graphs.length,
  }));
}

/** Runs of neighbouring ranges that together hold no more graphs than one may: what is asked of the database at once. */
export function batchesOf(ranges: readonly PatientRange[], largest = LARGEST_RANGE): PatientRange[][] {
  const batches: PatientRange[][] = [];
  let graphs = Number.POSITIVE_INFINITY;
  for (const range of ranges) {
    graphs += range.n_graphs;
    if (graphs <= largest) batches.at(-1)!.push(range);
    else {
      batches.push([range]);
      graphs = range.n_graphs;
    }
  }
  return batches;
}

interface Range<G> {
  readonly graphs: readonly G[];
  /** Least patient_id of the range, and the one after its greatest. */
  readonly low: number;
  readonly high: number;
}

/** Runs of patients with the same first two digits and as many digits. */
function* byGroup<G extends Identity>(sorted: readonly G[]): Generator<Range<G>> {
  for (let start = 0; start < sorted.length; ) {
    const digits = String(sorted[start]!.patient_id);
    const size = 10 ** Math.max(digits.length - 2, 0);
    const low = Number(digits.slice(0, 2)) * size;
    const high = low + size;
    const end = firstAtLeast(sorted, high, start);
    yield { graphs: sorted.slice(start, end), low, high };
    start = end;
  }
}

function halve<G extends Identity>(
  graphs: readonly G[],
  low: number,
  high: number,
  largest: number,
): (readonly G[])[] {
  if (graphs.length === 0) return [];
  if (graphs.length <= largest || high - low <= 1) return [graphs];
  const middle = low + Math.ceil((high - low) / 2);
  const split = firstAtLeast(graphs, middle, 0);
  return [
    ...halve(graphs.slice(0, split), low, middle, largest),
    ...halve(graphs.slice(split), middle, high, largest),
  ];
}

function firstAtLeast(graphs: readonly Identity[], patientId: number, from: number): number {
  let [low, high] = [from, graphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (graphs[middle]!.patient_id < patientId) low = middle + 1;
    else high = middle;
  }
  return low;
}
