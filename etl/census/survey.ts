import { Issues } from '../diagnostics/issues.js';
import { Rejection } from '../diagnostics/rejection.js';
import type { GraphReader } from '../discover/graph_reader.js';
import type { GraphRef } from '../discover/input.js';
import { readGraph } from '../graph/scene_graph.js';
import { countGraph } from './graph.js';
import { count, type FieldCounts, Tally } from './tally.js';

/** What some graphs hold. Plain data: it crosses from the workers, and stays in this process. */
export interface Survey {
  readonly counts: Map<string, FieldCounts>;
  /** Image, study and patient of each sound graph. */
  readonly identities: readonly (readonly [image_id: string, study_id: number, patient_id: number])[];
  /** Graphs that no reader of scene graphs would take. */
  readonly rejected: number;
}

/** Reads some graphs and counts what they hold. */
export function surveyGraphs(reader: GraphReader, refs: readonly GraphRef[]): Survey {
  const tally = new Tally();
  const identities: Survey['identities'][number][] = [];
  let rejected = 0;
  for (const ref of refs) {
    try {
      const issues = new Issues();
      const bytes = reader.read(ref);
      const length = bytes.length;
      const graph = readGraph(bytes, issues);
      const { image_id, study_id, patient_id } = graph.identity;
      countGraph(tally, graph, length);
      const codes = new Set(issues.list.map(({ code }) => code));
      for (const code of codes) count(tally.field('graph'), `issue ${code}`, patient_id);
      identities.push([image_id, study_id, patient_id]);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      rejected++;
    }
  }
  return { counts: tally.fields, identities, rejected };
}
