import { attributeIds, regionByName } from './concepts.js';
import type { Report, Sentence } from './report/report.js';

/** Entries of `attributes[]`, in object order: one for each region that the sentences describe. */
export function attributeEntries(image_id: string, study_id: number, { sentences, disordered }: Report) {
  const describing = sentences.filter(({ attributes }) => attributes.size > 0);
  return [...regionByName.values()].flatMap((region) => {
    const own = describing.filter(({ attributes }) => attributes.has(region.bbox_name));
    if (own.length === 0) return [];
    if (disordered.has(region.bbox_name)) own.unshift(own.pop()!);
    const attributes = own.map((sentence) => [...sentence.attributes.get(region.bbox_name)!]);
    const cues = (kind: keyof Sentence['cues']) =>
      own.map(({ cues, isComparisonMissed }) => {
        const isAbsent = cues[kind] === null || (kind === 'comparison' && isComparisonMissed);
        return isAbsent ? [] : [`${kind}|yes|${cues[kind]}`];
      });
    const head: Record<string, boolean> = { [region.bbox_name]: true };
    return [
      {
        ...head,
        bbox_name: region.bbox_name,
        synsets: [region.cuis],
        name: region.umls_name,
        attributes,
        attributes_ids: attributes.map((strings) => strings.map(attributeIds)),
        phrases: own.map(({ text }) => text),
        phrase_IDs: own.map(({ sent_loc }) => `${study_id}|${sent_loc}`),
        sections: own.map(({ section }) => section as string),
        comparison_cues: cues('comparison'),
        temporal_cues: cues('temporal'),
        severity_cues: cues('severity'),
        texture_cues: cues('texture'),
        object_id: `${image_id}_${region.bbox_name}`,
      },
    ];
  });
}
