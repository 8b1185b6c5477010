import { findingByName } from '../concepts.js';
import type { SceneGraph } from '../graph.js';
import type { Random } from '../random.js';
import type { LaterErrors } from './errors.js';
import type { GoldPair } from './pair.js';

/** A finding as the annotators settled it. */
export interface GoldFinding {
  readonly row_id: string;
  readonly bbox_name: string;
  readonly category_id: string;
  readonly label_name: string;
  readonly relation: 'yes' | 'no';
  readonly section: string;
  readonly sentence: string;
}

/** How the gold findings differ from the automatic ones, in findings; a finding is a (sentence, region, label). */
export interface FindingErrors {
  /** In both, with the other relation. */
  flipped: number;
  /** Automatic only. */
  dropped: number;
  /** Gold only. */
  added: number;
  /** In both, in gold of the region of the other side. */
  moved: number;
}

const [FLIPPED, DROPPED, ADDED] = [0.03, 0.03, 0.03];
const added = [...findingByName.values()].filter(({ category_id }) => category_id !== 'nlp');

/** Findings of the first exam: the automatic ones with their errors corrected. Modifiers are no findings. */
export function goldFindings(
  { first, random }: GoldPair,
  later: LaterErrors,
  errors: FindingErrors,
): GoldFinding[] {
  const own = { flipped: 0, dropped: 0, added: 0, moved: 0 };
  const settled = moveSome(first.graph, correctAll(first.graph, random, own), later, own);
  const isThere = later.hasFindings;
  if (!isThere) own.dropped = automaticFindings(first.graph).length;
  errors.dropped += own.dropped;
  if (!isThere) return [];
  errors.flipped += own.flipped;
  errors.added += own.added;
  errors.moved += own.moved;
  return settled;
}

function correctAll(graph: SceneGraph, random: Random, errors: FindingErrors): GoldFinding[] {
  return sentencesOf(graph).flatMap(({ about, findings }) => {
    const corrected = findings.flatMap((finding) => correct(random, finding, errors));
    if (!random.chance(ADDED * findings.length)) return corrected;
    const { category_id, label_name } = random.pick(added);
    if (findings.some((finding) => finding.label_name === label_name)) return corrected;
    errors.added++;
    return [...corrected, { ...about, category_id, label_name, relation: 'yes' as const }];
  });
}

/** The findings, some of which gold and graph agree on in the region of the other side, where the sentence says nothing of it there. */
function moveSome(
  graph: SceneGraph,
  settled: readonly GoldFinding[],
  later: LaterErrors,
  errors: FindingErrors,
): GoldFinding[] {
  const place = ({ row_id, bbox_name, label_name }: GoldFinding) => `${row_id}\n${bbox_name}\n${label_name}`;
  const automatic = new Map(automaticFindings(graph).map((finding) => [place(finding), finding.relation]));
  const taken = new Set([...automatic.keys(), ...settled.map(place)]);
  return settled.map((finding) => {
    const isAgreed = automatic.get(place(finding)) === finding.relation;
    const bbox_name =
      isAgreed && finding.category_id !== 'nlp' ? later.otherSide(finding.bbox_name) : undefined;
    if (bbox_name === undefined) return finding;
    const moved = { ...finding, bbox_name };
    if (taken.has(place(moved))) return finding;
    taken.add(place(moved));
    errors.moved++;
    return moved;
  });
}

/** Findings of an automatic graph. Modifiers are no findings. */
export function automaticFindings(graph: SceneGraph): GoldFinding[] {
  return sentencesOf(graph).flatMap(({ findings }) => findings);
}

/** The sentences of each region of a graph, with the findings that they have. */
function sentencesOf({ attributes }: SceneGraph) {
  return attributes.flatMap(({ bbox_name, attributes, phrase_IDs, phrases, sections }) =>
    attributes.map((strings, i) => {
      const about = { row_id: phrase_IDs[i]!, bbox_name, section: sections[i]!, sentence: phrases[i]! };
      const findings = strings.flatMap((string): GoldFinding[] => {
        const [category_id, relation, label_name] = string.split('|') as [string, 'yes' | 'no', string];
        return findingByName.has(label_name) ? [{ ...about, category_id, label_name, relation }] : [];
      });
      return { about, findings };
    }),
  );
}

function correct(random: Random, finding: GoldFinding, errors: FindingErrors): GoldFinding[] {
  const at = random.next();
  if (at < DROPPED) {
    errors.dropped++;
    return [];
  }
  if (at >= DROPPED + FLIPPED) return [finding];
  errors.flipped++;
  return [{ ...finding, relation: finding.relation === 'yes' ? 'no' : 'yes' }];
}
