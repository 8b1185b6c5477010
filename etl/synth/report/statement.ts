import { ancestors, attributeString, type Comparison } from '../concepts.js';
import type { Random } from '../random.js';
import { affirmation, denial, normality, withComparison } from './wording.js';

/** A finding that a sentence affirms or denies. */
export interface Assertion {
  readonly label: string;
  readonly relation: 'yes' | 'no';
}

/** Values of the cues of a sentence, by kind. */
export interface Cues {
  readonly comparison: Comparison | null;
  readonly temporal: 'acute' | 'chronic' | null;
  readonly severity: 'hedge' | 'mild' | 'moderate' | 'severe' | null;
  readonly texture: 'opacity' | 'alveolar' | 'interstitial' | 'calcified' | 'lucency' | null;
}

export const noCues: Cues = { comparison: null, temporal: null, severity: null, texture: null };

/** What one sentence says, of which regions. */
export interface Statement {
  readonly text: string;
  readonly assertions: ReadonlyMap<string, readonly Assertion[]>;
  readonly cues: Cues;
}

/** What the sentences of one report have in common. */
export interface Tone {
  readonly random: Random;
  /** Nothing is affirmed in the whole report. */
  readonly isClean: boolean;
  /** There is an earlier study to compare with. */
  readonly isFollowUp: boolean;
}

/** A sentence that affirms one finding in some regions. `place` are those that the text names. */
export function affirm(
  tone: Tone,
  label: string,
  regions: readonly string[],
  place: readonly string[] = regions,
): Statement {
  const cues = drawCues(tone, label);
  const text = withComparison(affirmation(tone.random, label, place, cues), cues.comparison);
  return { text, assertions: each(regions, [{ label, relation: 'yes' }]), cues };
}

/** A sentence that denies findings in some regions. */
export function deny(
  tone: Tone,
  labels: readonly string[],
  regions: readonly string[],
  place: readonly string[] = regions,
): Statement {
  const text = denial(tone.random, labels, place);
  return { text, assertions: each(regions, labels.map(denied)), cues: noCues };
}

/** A sentence that calls regions normal, each in its own respects. */
export function callNormal(tone: Tone, labelsOf: ReadonlyMap<string, readonly string[]>): Statement {
  const assertions = new Map([...labelsOf].map(([region, labels]) => [region, labels.map(denied)]));
  return { text: normality(tone.random, [...labelsOf.keys()]), assertions, cues: noCues };
}

/** The denial of a label. */
export function denied(label: string): Assertion {
  return { label, relation: 'no' };
}

function each(regions: readonly string[], assertions: readonly Assertion[]): Statement['assertions'] {
  return new Map(regions.map((region) => [region, assertions]));
}

function drawCues({ random, isFollowUp }: Tone, label: string): Cues {
  const isOpacity = /opacity|consolidation|edema|markings/.test(label);
  return {
    comparison: isFollowUp && random.chance(0.5) ? drawComparison(random) : null,
    temporal: random.chance(0.1) ? random.pick(['acute', 'chronic'] as const) : null,
    severity: random.chance(0.45)
      ? random.pick(['hedge', 'hedge', 'mild', 'mild', 'moderate', 'severe'] as const)
      : null,
    texture: random.chance(isOpacity ? 0.3 : 0.02)
      ? random.pick(['opacity', 'alveolar', 'interstitial', 'calcified', 'lucency'] as const)
      : null,
  };
}

function drawComparison(random: Random): Comparison {
  return random.weighted([
    { value: 'no change' as const, weight: 47 },
    { value: 'worsened' as const, weight: 33 },
    { value: 'improved' as const, weight: 20 },
  ]).value;
}

/**
 * The attribute strings of one region: findings with all that they imply, now and then a modifier among them,
 * and mostly whether the region is normal.
 */
export function attributeStrings(random: Random, assertions: readonly Assertion[], cues: Cues): string[] {
  const strings = new Set<string>();
  for (const { label, relation } of assertions) {
    strings.add(attributeString(label, relation));
    if (relation === 'yes')
      for (const parent of ancestors(label)) strings.add(attributeString(parent, 'yes'));
  }
  for (const kind of ['severity', 'temporal', 'texture'] as const) {
    if (cues[kind] !== null && random.chance(0.06)) strings.add(`${kind}|yes|${cues[kind]}`);
  }
  if (random.chance(0.01)) strings.add(`laterality|yes|${random.pick(['left', 'right', 'bilateral'])}`);
  const isAbnormal = assertions.some(({ relation }) => relation === 'yes');
  if (isAbnormal) strings.add(attributeString('abnormal', 'yes'));
  else if (random.chance(0.75)) strings.add(attributeString('normal', 'yes'));
  return [...strings];
}
