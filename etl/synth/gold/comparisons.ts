import type { Comparison } from '../concepts.js';
import { addCounts } from '../counts.js';
import type { SceneGraph } from '../graph.js';
import { habits } from '../habits.js';
import type { Random } from '../random.js';
import { relationships } from '../relationships.js';
import type { LaterErrors } from './errors.js';
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
  /** Gold only: the automatic graph lacks the comparison. */
  missed: number;
  /** In both, in gold of the region of the other side. */
  moved: number;
}

const [CHANGED, JOINED, DROPPED] = [0.06, 0.01, 0.08];
const others = { improved: 'no change', worsened: 'no change', 'no change': 'worsened' } as const;
const findings = /^(anatomicalfinding|disease|nlp|technicalassessment|tubesandlines|device)\|/;

/** Comparisons of the second exam with the first: the automatic ones with their errors corrected, and those that were missed. */
export function goldComparisons(
  pair: GoldPair,
  later: LaterErrors,
  errors: ComparisonErrors,
): GoldComparison[] {
  const own = { changed: 0, joined: 0, dropped: 0, missed: 0, moved: 0 };
  const settled = moveSome(pair, correctAll(pair, own), later, own);
  if (!later.hasComparisons) {
    errors.dropped += expected(pair).length;
    return [];
  }
  addCounts(errors, own);
  return settled;
}

/** Comparisons of an automatic graph. */
export function automaticComparisons(graph: SceneGraph): GoldComparison[] {
  return graph.relationships.map((relation) => asComparison(graph, relation));
}

/** Comparisons of the second graph with the first image. */
function expected({ first, second }: GoldPair): GoldComparison[] {
  return automaticComparisons(second.graph).filter(({ object_id }) =>
    object_id.startsWith(first.image.dicom_id),
  );
}

function correctAll({ first, second, random }: GoldPair, errors: ComparisonErrors): GoldComparison[] {
  const automatic = new Set(second.graph.relationships.map(({ relationship_id }) => relationship_id));
  const isTrue = random.chance(habits.changeTrue);
  return relationships(second.exam, second.image, { missed: true })
    .filter(({ object_id }) => object_id.startsWith(first.image.dicom_id))
    .flatMap((relation) => {
      const comparison = asComparison(second.graph, relation);
      const isAutomatic = automatic.has(relation.relationship_id);
      if (isAutomatic && isTrue) return correct(random, comparison, errors);
      errors[isAutomatic ? 'dropped' : 'missed']++;
      return isAutomatic ? [] : [comparison];
    });
}

/** The comparisons, some of the unchanged ones of the region of the other side, where the sentence compares nothing there. */
function moveSome(
  pair: GoldPair,
  settled: readonly GoldComparison[],
  later: LaterErrors,
  errors: ComparisonErrors,
): GoldComparison[] {
  const place = ({ row_id, bbox_name }: GoldComparison) => `${row_id}\n${bbox_name}`;
  const unchanged = new Map(expected(pair).map((one) => [place(one), one.comparison]));
  const taken = new Set([...settled, ...automaticComparisons(pair.second.graph)].map(place));
  return settled.map((one) => {
    const isAgreed = unchanged.get(place(one)) === one.comparison && one.attributes.length > 0;
    const bbox_name = isAgreed ? later.otherSide(one.bbox_name) : undefined;
    if (bbox_name === undefined) return one;
    const elsewhere = (id: string) => `${id.split('_')[0]}_${bbox_name}`;
    const [subject_id, object_id] = [elsewhere(one.subject_id), elsewhere(one.object_id)];
    const moved = { ...one, bbox_name, subject_id, object_id };
    if (taken.has(place(moved))) return one;
    taken.add(place(moved));
    errors.moved++;
    return moved;
  });
}

function correct(random: Random, relation: GoldComparison, errors: ComparisonErrors): GoldComparison[] {
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
