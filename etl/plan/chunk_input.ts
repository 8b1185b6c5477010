import { createHash, hash } from 'node:crypto';
import { type GraphRef, type Input, type InputLocation, provenance } from '../discover/input.js';
import type { PlannedGraph } from './planned_graph.js';

/** What the rows of a chunk depend on, apart from the program and its options: sha256 each, hexadecimal. */
export interface ChunkInput {
  /** Of the identities and stamps of its graphs, in their order. */
  readonly input: string;
  /** Of the places that its graphs come from, which only `quarantine` names. */
  readonly names: string;
  /** The same as `input` for the graphs of each patient alone, and shorter: 72 bits, base64url. */
  readonly patients: Readonly<Record<number, string>>;
}

/** What the rows of some graphs depend on. @param stampOf what changes when a graph does */
export function inputOf(
  graphs: readonly PlannedGraph[],
  location: InputLocation,
  stampOf: (ref: GraphRef) => string,
): ChunkInput {
  const [input, names] = [createHash('sha256'), createHash('sha256')];
  const byPatient = new Map<number, string>();
  for (const { image_id, patient_id, study_id, study_order, ref } of graphs) {
    const line = `${JSON.stringify([patient_id, study_order, study_id, image_id, stampOf(ref)])}\n`;
    input.update(line);
    byPatient.set(patient_id, (byPatient.get(patient_id) ?? '') + line);
    const { source, member } = provenance(location, ref.name);
    names.update(`${JSON.stringify([source, member])}\n`);
  }
  const short = (text: string) => hash('sha256', text, 'base64url').slice(0, 12);
  const patients = Object.fromEntries([...byPatient].map(([patient, text]) => [patient, short(text)]));
  return { input: input.digest('hex'), names: names.digest('hex'), patients };
}

/** sha256 over all that was found below a folder, by name and stamp: another one where anything was added, changed or removed. */
export function listingOf({ refs, skipped }: Input, stampOf: (ref: GraphRef) => string): string {
  const listing = createHash('sha256');
  for (const ref of refs) listing.update(`${JSON.stringify([ref.name, stampOf(ref)])}\n`);
  for (const { name, kind } of skipped) listing.update(`${JSON.stringify([kind, name])}\n`);
  return listing.digest('hex');
}
