import type { Issue } from '../diagnostics/issue.js';
import { type Rejected, Rejection } from '../diagnostics/rejection.js';
import { skipReasons } from '../discover/graph_name.js';
import type { GraphRef, Input, InputLocation } from '../discover/input.js';
import { provenance } from '../discover/input.js';
import { LargeMap } from '../large_map.js';
import { LIMITS, type Limits } from '../limits.js';
import { type ChunkInput, inputOf, listingOf } from './chunk_input.js';
import { type Chunk, cutChunks, cutRanges, inWarehouseOrder, type PatientRange } from './chunks.js';
import { findDuplicates } from './duplicates.js';
import type { GraphHead } from './identify.js';
import type { PlannedGraph } from './planned_graph.js';
import { type PlannedRejection, Rejections } from './rejections.js';

/** Graphs that one task identifies. */
const BATCH = 2048;

/** A chunk that is to be built. */
export interface PlannedChunk extends Chunk<PlannedGraph>, ChunkInput {}

/** Which graphs are built, in which order and in which pieces: a pure function of the input. */
export interface Plan {
  /** Whoever writes them takes them out, for the memory that the list of all graphs needs. */
  readonly chunks: PlannedChunk[];
  /** The patients of the chunks, in the ranges that the derive stage works on. */
  readonly ranges: readonly PatientRange[];
  /** Graphs of the chunks, and graphs that were found. */
  readonly graphs: number;
  readonly found: number;
  /** What was found beyond these and is no graph to be read, such as a member whose name climbs out of the archive. */
  readonly broken: number;
  readonly rejected: readonly PlannedRejection[];
  readonly issues: readonly { readonly image_id: string | null; readonly issue: Issue }[];
  /** Files that were found and are not read. */
  readonly skipped: readonly string[];
  /** Of a folder, what changes when anything below it does; see `listingOf`. */
  readonly listing: string | undefined;
}

/** Reads the heads of some graphs, in their order: in a worker, or in the caller's own thread. */
export type Identify = (refs: readonly GraphRef[]) => Promise<readonly GraphHead[]>;

/** Identifies all graphs by their heads, settles duplicates, sorts and cuts into chunks. */
export async function makePlan(
  input: Input,
  identify: Identify,
  onProgress: (done: number) => void,
  limits: Limits = LIMITS,
): Promise<Plan> {
  const { location } = input;
  const rejections = new Rejections(
    location.kind === 'records' ? location.source : undefined,
    limits.diagnostics,
  );
  for (const { name, rejection } of input.rejected) {
    rejections.add(provenance(location, name), 'discover', rejection);
  }
  const reject = (ref: GraphRef, rejection: Rejected) =>
    rejections.add(provenance(location, ref.name), 'plan', rejection);
  const graphs: PlannedGraph[] = [];
  let done = 0;
  const identified = new LargeMap<GraphRef, GraphHead>();
  await Promise.all(
    batches(input.refs.toSorted((a, b) => a.offset - b.offset)).map(async (refs) => {
      const answers = await identify(refs);
      answers.forEach((answer, i) => {
        identified.set(refs[i]!, answer);
      });
      done += refs.length;
      onProgress(done);
    }),
  );
  for (const ref of input.refs) {
    const answer = identified.get(ref)!;
    if ('rejection' in answer) {
      reject(ref, answer.rejection);
      continue;
    }
    // Not spread: of an answer of a worker, that gives every graph a hidden class of its own, 280 bytes each.
    const { image_id, patient_id, study_id, study_order } = answer;
    graphs.push({ image_id, patient_id, study_id, study_order, ref });
  }
  const { kept, issues } = settleDuplicates(input, graphs, reject, limits);
  kept.sort(inWarehouseOrder);
  const stampOf = (ref: GraphRef) => identified.get(ref)!.stamp;
  return {
    chunks: cutChunks(kept).map((chunk) => ({ ...chunk, ...inputOf(chunk.graphs, location, stampOf) })),
    ranges: cutRanges(kept),
    graphs: kept.length,
    found: input.refs.length,
    broken: input.rejected.length,
    rejected: rejections.rows(),
    issues: [...issues, ...skippedIssues(input)],
    skipped: input.skipped.map(({ name }) => name),
    listing: location.kind === 'files' ? listingOf(input, stampOf) : undefined,
  };
}

/** Skipped files that have a row of their own each. */
const MOST_SKIPPED = 100;

function skippedIssues({ skipped, location }: Input): Plan['issues'] {
  const issues = skipped
    .slice(0, MOST_SKIPPED)
    .map(({ name, kind }) => ({ location: placeOf(location, name), detail: skipReasons[kind] }));
  if (skipped.length > MOST_SKIPPED) {
    issues.push({ location: location.source, detail: `${skipped.length - MOST_SKIPPED} more` });
  }
  return issues.map((issue) => ({ image_id: null, issue: { code: 'skipped_file', ...issue } }));
}

function batches(refs: readonly GraphRef[]): (readonly GraphRef[])[] {
  return Array.from({ length: Math.ceil(refs.length / BATCH) }, (_, i) =>
    refs.slice(i * BATCH, (i + 1) * BATCH),
  );
}

/** What is equal to a graph that is loaded is only an issue; what differs from it is rejected. */
function settleDuplicates(
  { location }: Input,
  graphs: PlannedGraph[],
  reject: (ref: GraphRef, rejection: Rejected) => void,
  limits: Limits,
): { kept: PlannedGraph[]; issues: Plan['issues'] } {
  const duplicates = findDuplicates(graphs, location, limits);
  if (duplicates.length === 0) return { kept: graphs, issues: [] };
  for (const { graph } of duplicates.filter(({ isEqual }) => !isEqual)) {
    const message = 'expected one graph per image, found another with different content before this one';
    reject(graph.ref, new Rejection('duplicate_image', '', message).ofImage(graph.image_id));
  }
  const issues = duplicates
    .filter(({ isEqual }) => isEqual)
    .map(({ graph: { image_id, ref } }): Plan['issues'][number] => {
      const issue = { location: placeOf(location, ref.name), detail: 'equal content, loaded once' };
      return { image_id, issue: { code: 'repeated_image', ...issue } };
    });
  const dropped = new Set(duplicates.map(({ graph }) => graph));
  return { kept: graphs.filter((graph) => !dropped.has(graph)), issues };
}

/** Where something of the input is: its file, and within an archive or a bundle its member. */
function placeOf(location: InputLocation, name: string): string {
  const { source, member } = provenance(location, name);
  return member === null ? source : `${source}#${member}`;
}
