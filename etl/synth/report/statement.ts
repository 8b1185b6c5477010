import { type Assertion, denied } from './assertion.js';
import { type Cues, drawCues, noCues } from './cues.js';
import type { Tone } from './tone.js';
import { affirmation, denial, normality, withComparison } from './wording.js';

/** What one sentence says, of which regions. */
export interface Statement {
  readonly text: string;
  readonly assertions: ReadonlyMap<string, readonly Assertion[]>;
  readonly cues: Cues;
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

function each(regions: readonly string[], assertions: readonly Assertion[]): Statement['assertions'] {
  return new Map(regions.map((region) => [region, assertions]));
}
