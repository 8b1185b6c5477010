import { type Comparison, regionByName } from '../concepts.js';
import type { SceneGraph } from '../graph.js';
import type { GoldPair } from './pair.js';

/** A comparison as the annotators settled it. */
export interface GoldComparison {
  readonly relationship_id: string;
  /** `study_id|sentence number`. */
  readonly row_id: string;
  readonly section: string;
  readonly bbox_name: string;
  readonly subject_id: string;
  readonly object_id: string;
  /** Several are joined by `;;`. */
  readonly comparison: string;
  readonly attributes: readonly string[];
  readonly sentence: string;
}

type Relation = SceneGraph['relationships'][number];

/** How the gold comparisons differ from the automatic ones, in relations. */
export interface ComparisonErrors {
  /** In both, with another comparison. */
  changed: number;
  /** In both, with a second comparison next to the automatic one. */
  joined: number;
  /** Automatic only. */
  dropped: number;
  /** Gold only. */
  added: number;
}

const [CHANGED, JOINED, DROPPED, ADDED] = [0.06, 0.01, 0.08, 0.25];
const others = { improved: 'no change', worsened: 'no change', 'no change': 'worsened' } as const;
const findings = /^(anatomicalfinding|disease|nlp|technicalassessment|tubesandlines|device)\|/;

/** Comparisons of the second exam with the first: the automatic ones with their errors corrected. */
export function goldComparisons(pair: GoldPair, errors: ComparisonErrors): GoldComparison[] {
  const { first, second, random } = pair;
  const automatic = second.graph.relationships
    .filter(({ object_id }) => object_id.startsWith(first.image.dicom_id))
    .map((relation) => asComparison(second.graph, relation));
  const settled = automatic.flatMap((relation) => {
    const at = random.next();
    const own = relation.comparison as Comparison;
    if (at < DROPPED) {
      errors.dropped++;
      return [];
    }
    if (at < DROPPED + CHANGED) {
      errors.changed++;
      return [{ ...relation, comparison: others[own] }];
    }
    if (at >= DROPPED + CHANGED + JOINED) return [relation];
    errors.joined++;
    return [{ ...relation, comparison: [own, others[own]].sort().join(';;') }];
  });
  if (!random.chance(ADDED)) return settled;
  const overlooked = overlookedRegion(pair, automatic);
  if (!overlooked) return settled;
  errors.added++;
  return [...settled, overlooked];
}

function asComparison(
  graph: SceneGraph,
  { relationship_id, bbox_name, subject_id, object_id, relationship_names, phrase, ...relation }: Relation,
): GoldComparison {
  const row_id = relationship_id.split('_')[0]!;
  const entry = graph.attributes.find((entry) => entry.bbox_name === bbox_name)!;
  return {
    ...{ relationship_id, row_id, section: entry.sections[entry.phrase_IDs.indexOf(row_id)]! },
    ...{ bbox_name, subject_id, object_id },
    comparison: relationship_names[0]!.split('|')[2]!,
    attributes: relation.attributes.filter((string) => findings.test(string)),
    sentence: phrase,
  };
}

/** A comparison that the automatic graph does not make: of the first region that it describes and does not compare. */
function overlookedRegion({ first, second }: GoldPair, automatic: readonly GoldComparison[]) {
  const { dicom_id } = second.image;
  const entry = second.graph.attributes.find(
    ({ bbox_name }) =>
      regionByName.get(bbox_name)!.has_bbox &&
      automatic.every((relation) => relation.bbox_name !== bbox_name),
  );
  if (!entry) return undefined;
  const [before, region] = [first.image.dicom_id, regionByName.get(entry.bbox_name)!];
  const ids = [
    first.exam.study.study_id,
    region.cuis.split(';;')[0],
    dicom_id.slice(0, 8),
    before.slice(0, 8),
  ];
  return {
    relationship_id: [entry.phrase_IDs[0], ...ids].join('_'),
    row_id: entry.phrase_IDs[0]!,
    section: entry.sections[0]!,
    bbox_name: entry.bbox_name,
    subject_id: `${dicom_id}_${entry.bbox_name}`,
    object_id: `${before}_${entry.bbox_name}`,
    comparison: 'no change',
    attributes: entry.attributes[0]!.filter((string) => findings.test(string)),
    sentence: entry.phrases[0]!,
  };
}
