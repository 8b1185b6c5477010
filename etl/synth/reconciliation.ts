import { addCounts } from './counts.js';
import type { Exam } from './exam.js';
import type { SceneGraph } from './graph.js';
import { countParents } from './parents.js';
import { type Image, isFrontal } from './study.js';

/** Rows of the view `reconciliation` by reason, of all splits together: what a sound reader must find. */
export type ReconciliationCounts = Record<string, number>;

/** An exam as it was written. */
export interface WrittenExam {
  readonly exam: Exam;
  /** Its graphs as a sound reader loads them, without those that it rejects. */
  readonly loaded: readonly SceneGraph[];
  /** Images whose graph it rejects. */
  readonly rejected: ReadonlySet<string>;
}

/** Reasons that are counted patient by patient. */
export const patientReasons = [
  ...['listed_without_graph', 'listed_and_quarantined', 'graph_in_avoid_list_only', 'graph_in_no_list'],
  ...['avoided_without_graph', 'frontal_without_graph', 'boxes_not_36', 'study_images_disagree'],
  ...['comparison_without_previous', 'sentence_of_study_without_graph', 'sentence_not_in_graph'],
  ...['sentence_not_listed', 'child_without_parent', 'child_with_denied_parent'],
];

const FULL = 36;

/**
 * Counts where lists and graphs differ, of one patient.
 * @param stranger an image of another patient that comparisons may refer to
 */
export function countDifferences(
  sum: ReconciliationCounts,
  exams: readonly WrittenExam[],
  { isGold, stranger }: { readonly isGold: boolean; readonly stranger: string },
): void {
  const loaded = new Set(exams.flatMap((exam) => exam.loaded.map(imageOf)));
  for (const written of exams) {
    for (const image of written.exam.study.images.filter(isFrontal)) {
      addCounts(sum, ofImage(image, written, isGold));
    }
    addCounts(sum, ofSentences(written));
    for (const graph of written.loaded) addCounts(sum, ofGraph(graph, new Set([...loaded, stranger])));
    const statements = written.loaded.map(statementsOf);
    if (statements.some((one) => one !== statements[0])) addCounts(sum, { study_images_disagree: 1 });
  }
}

const imageOf = ({ image_id }: SceneGraph) => image_id.replace(/\.dcm$/i, '');

function ofImage(
  { dicom_id }: Image,
  { exam, loaded, rejected }: WrittenExam,
  isGold: boolean,
): ReconciliationCounts {
  const isLoaded = loaded.some((graph) => imageOf(graph) === dicom_id);
  const isListed = !isGold && exam.patient.split !== null;
  if (isLoaded && isListed) return {};
  if (isLoaded) return isGold ? { graph_in_avoid_list_only: 1 } : { graph_in_no_list: 1 };
  const list = isGold
    ? 'avoided_without_graph'
    : rejected.has(dicom_id)
      ? 'listed_and_quarantined'
      : 'listed_without_graph';
  return { frontal_without_graph: 1, ...((isGold || isListed) && { [list]: 1 }) };
}

/** Sentences of the list that no graph has, and the other way around. */
function ofSentences({ exam, loaded }: WrittenExam): ReconciliationCounts {
  const listed = exam.report.sentences.map(({ sent_loc }) => sent_loc);
  if (loaded.length === 0) return { sentence_of_study_without_graph: listed.length };
  const ids = loaded.flatMap(({ attributes }) => attributes.flatMap(({ phrase_IDs }) => phrase_IDs));
  const places = new Set(ids.map((id) => Number(id.split('|')[1])).filter((place) => !Number.isNaN(place)));
  return {
    sentence_not_in_graph: listed.filter((sent_loc) => !places.has(sent_loc)).length,
    sentence_not_listed: [...places].filter((place) => !listed.includes(place)).length,
  };
}

function ofGraph(graph: SceneGraph, known: ReadonlySet<string>): ReconciliationCounts {
  const absent = graph.relationships.filter(({ object_id }) => !known.has(object_id.split('_')[0]!));
  return {
    boxes_not_36: Number(graph.objects.length !== FULL),
    comparison_without_previous: absent.length,
    ...countParents(graph),
  };
}

/** All that a graph says of regions, whatever the order: images of a study should say the same. */
function statementsOf({ attributes }: SceneGraph): string {
  const statements = attributes.flatMap(({ bbox_name, phrase_IDs, attributes: lists }) =>
    lists.flatMap((strings, i) => strings.map((string) => `${bbox_name}\n${phrase_IDs[i]}\n${string}`)),
  );
  return statements.sort().join('\n\n');
}
