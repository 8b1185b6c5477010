import { drawExams } from '../../etl/synth/exam.js';
import { sceneGraph } from '../../etl/synth/graph.js';
import { drawPatient } from '../../etl/synth/patient.js';

export type Json = Record<string, unknown>;

/** Graphs exactly as documented, of some patients with comparisons: as many patients as asked for. */
export function soundGraphs(patients: number, seed = 7): Json[] {
  return Array.from({ length: patients }, (_, index) => drawPatient(seed, index, 3 * index)).flatMap(
    (patient) =>
      drawExams(seed, patient).flatMap((exam) =>
        exam.study.images
          .filter(({ has_graph }) => has_graph)
          .map((image) => sceneGraph(seed, exam, image) as unknown as Json),
      ),
  );
}

/** A graph with few entries, which is quick to read and in which chance finds each of them soon. */
export function shortened(graph: Json, entries = 3): Json {
  const first = (key: string) => (graph[key] as unknown[]).slice(0, entries);
  return {
    ...graph,
    objects: first('objects'),
    attributes: first('attributes'),
    relationships: first('relationships'),
  };
}
