import { attributeIds, regionByName } from './concepts.js';
import type { Sentence } from './report/report.js';

/** Entries of `attributes[]`, in object order: one for each region that the sentences describe. */
export function attributeEntries(image_id: string, study_id: number, sentences: readonly Sentence[]) {
  const describing = sentences.filter(({ attributes }) => attributes.size > 0);
  return [...regionByName.values()].flatMap((region) => {
    const own = describing.filter(({ attributes }) => attributes.has(region.bbox_name));
    if (own.length === 0) return [];
    const attributes = own.map((sentence) => [...sentence.attributes.get(region.bbox_name)!]);
    const cues = (kind: keyof Sentence['cues']) =>
      own.map(({ cues }) => (cues[kind] === null ? [] : [`${kind}|yes|${cues[kind]}`]));
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
