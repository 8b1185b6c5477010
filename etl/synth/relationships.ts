import { comparisonConcepts, regionByName } from './concepts.js';
import type { Exam } from './exam.js';
import type { Image } from './study.js';

/**
 * Entries of `relationships[]`: each compared region of a sentence × each image of the previous study; with `missed: true` those,
 * too, that the automatic graphs lack.
 */
export function relationships({ study, previous, report }: Exam, image: Image, { missed = false } = {}) {
  const earlier = previous?.images.filter(({ has_graph }) => has_graph) ?? [];
  return report.sentences.flatMap(({ sent_loc, text, attributes, cues, isComparisonMissed }) => {
    if (cues.comparison === null || (isComparisonMissed && !missed)) return [];
    const { name, cui } = comparisonConcepts[cues.comparison];
    return [...attributes].flatMap(([bbox_name, strings]) => {
      const region = regionByName.get(bbox_name)!;
      if (!region.has_bbox) return [];
      return earlier.map(({ dicom_id: before }) => ({
        relationship_id: [
          `${study.study_id}|${sent_loc}`,
          previous!.study_id,
          region.cuis.split(';;')[0],
          image.dicom_id.slice(0, 8),
          before.slice(0, 8),
        ].join('_'),
        predicate: `['${name}']`,
        synsets: [cui],
        relationship_names: [`comparison|yes|${cues.comparison}`],
        relationship_contexts: [1],
        phrase: text,
        attributes: [...strings],
        bbox_name,
        subject_id: `${image.dicom_id}_${bbox_name}`,
        object_id: `${before}_${bbox_name}`,
      }));
    });
  });
}
