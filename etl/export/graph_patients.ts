import type { ChosenSplit, ExportRun } from './format.js';
import type { PatientForm } from './graph_forms.js';
import { nodeKinds } from './graph_kinds.js';
import { graphTexts, SLICE } from './graph_rows.js';

/** The graph of one patient as text. */
export interface PatientGraph {
  /** p10000032 */
  readonly patient: string;
  readonly text: string;
}

/** Graphs of the patients of a split, in their order. */
export async function* patientGraphs(
  run: ExportRun,
  split: ChosenSplit,
  form: PatientForm,
): AsyncIterable<PatientGraph> {
  for await (const slice of run.slices(split, SLICE)) {
    for (const { patient, texts } of await graphTexts(run, form, 'chosen')) {
      const text = form.graph(
        patient,
        present(texts.slice(0, nodeKinds.length)),
        present(texts.slice(nodeKinds.length)),
      );
      yield { patient, text };
    }
    run.advance(slice.images);
  }
}

/** What is there of an array with holes. */
const present = (texts: readonly string[]): string[] => texts.filter(() => true);
