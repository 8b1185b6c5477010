import type { Row } from '../../helpers/warehouse.js';
import type { RawBox } from './graph.js';
import { lastMentions } from './last_mention.js';
import type { Release } from './release.js';
import { cues } from './vocabulary.js';

/** The last mention of each study, region and finding, over the sentences of all its images. */
export function lastOfReport({ graphs }: Release): Row[] {
  const studies = new Map<string, typeof graphs>();
  for (const graph of graphs) {
    const study = `${graph.study_id} ${graph.patient_id}`;
    studies.set(study, [...(studies.get(study) ?? []), graph]);
  }
  return [...studies.values()].flatMap((images) =>
    lastMentions(images.flatMap(({ phrases }) => phrases))
      .filter(({ category_id }) => !cues.has(category_id))
      .map((mention) => ({ study_id: images[0]!.study_id, ...mention })),
  );
}

/** Every attribute string, sentence by sentence. */
export function attributeRelations({ graphs }: Release): Row[] {
  return graphs.flatMap(({ patient_id, study_id, image_id, phrases }) =>
    phrases.flatMap(({ bbox_name, phrase_id, sent_loc, section, phrase, attributes }) =>
      attributes
        .filter(([category]) => !cues.has(category))
        .map(([categoryID, context, label_name]) => ({
          patient_id,
          study_id,
          image_id: `${image_id}.dcm`,
          sent_loc: Number.isNaN(sent_loc) ? null : sent_loc,
          row_id: phrase_id,
          section,
          bbox: bbox_name,
          categoryID,
          label_name,
          relation: context === 'yes' ? 1 : 0,
          context,
          sentence: phrase,
        })),
    ),
  );
}

/** Every box as written. */
export function bboxObjects({ graphs }: Release): Row[] {
  return graphs.flatMap(({ objects }) =>
    objects.map(({ object_index, synsets, ...box }) => ({
      ...box,
      synsets: `[${synsets.map((cui) => `'${cui}'`).join(', ')}]`,
    })),
  );
}

/** Every attribute of every comparison, with the boxes of its region on both images. */
export function comparisonRelations({ graphs }: Release): Row[] {
  const images = new Map(graphs.map((graph) => [graph.image_id, graph]));
  const boxOf = (image_id: string, region: string) =>
    images.get(image_id)?.objects.find(({ bbox_name }) => bbox_name === region);
  return graphs.flatMap(({ image_id, comparisons }) =>
    comparisons.flatMap(
      ({ relationship_id, subject_id, object_id, bbox_name, comparisons: found, attributes, phrase }) => {
        const [subject, object] = [boxOf(image_id, bbox_name), boxOf(object_id.split('_')[0]!, bbox_name)];
        return attributes.map((attribute) => ({
          relationship_id,
          subject_id,
          object_id,
          bbox: bbox_name,
          comparison: [...new Set(found)].sort().join(';;'),
          attribute,
          sentence: phrase,
          bbox_coord_224_subject: subject ? of224(subject) : null,
          bbox_coord_224_object: object ? of224(object) : null,
          bbox_coord_original_subject: subject ? ofOriginal(subject) : null,
          bbox_coord_original_object: object ? ofOriginal(object) : null,
        }));
      },
    ),
  );
}

/** A stringified list; none where a corner is missing. */
function written(corners: (number | null)[]): string | null {
  return corners.includes(null) ? null : `[${corners.join(', ')}]`;
}
const of224 = ({ x1, y1, x2, y2 }: RawBox) => written([x1, y1, x2, y2]);
const ofOriginal = (box: RawBox) =>
  written([box.original_x1, box.original_y1, box.original_x2, box.original_y2]);
