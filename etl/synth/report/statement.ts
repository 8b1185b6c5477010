import { ancestors } from '../concepts.js';
import { habits } from '../habits.js';
import { type Assertion, denied } from './assertion.js';
import { type Cues, drawCues, noCues } from './cues.js';
import { drawDenied, drawStated } from './stated.js';
import type { Tone } from './tone.js';
import { affirmation, denial, normality } from './wording.js';

/** What one sentence says, of which regions. */
export interface Statement {
  readonly text: string;
  readonly assertions: ReadonlyMap<string, readonly Assertion[]>;
  readonly cues: Cues;
}

/** What a sentence affirms: one finding, in some regions. */
export interface Affirmed {
  readonly label: string;
  readonly regions: readonly string[];
  /** Those that the text names, all by default. */
  readonly named?: readonly string[];
  /** What it may deny at the same time. */
  readonly deniable?: readonly string[];
}

/** A sentence that affirms one finding in some regions; one that compares may deny another one there. */
export function affirm(tone: Tone, { label, regions, named = regions, deniable = [] }: Affirmed): Statement {
  const { random } = tone;
  const cues = drawCues(tone, label);
  const others = deniable.filter((other) => !areRelated(label, other));
  const isDenying = cues.comparison !== null && others.length > 0 && random.chance(habits.deniedInComparison);
  const other = isDenying ? random.pick(others) : null;
  const stated = drawStated(random, label, regions);
  const text = affirmation(random, { label, regions: named, stated, cues, denied: other });
  const assertions: Assertion[] = [{ label, relation: 'yes' }, ...(other === null ? [] : [denied(other)])];
  return { text, assertions: each(regions, assertions), cues };
}

/** A sentence that denies findings in some regions. `named` are those that the text names. */
export function deny(
  { random }: Tone,
  labels: readonly string[],
  regions: readonly string[],
  named: readonly string[] = regions,
): Statement {
  const text = denial(random, labels, named, drawDenied(random, regions));
  return { text, assertions: each(regions, labels.map(denied)), cues: noCues };
}

/** A sentence that calls regions normal, each in its own respects. */
export function callNormal({ random }: Tone, labelsOf: ReadonlyMap<string, readonly string[]>): Statement {
  const assertions = new Map([...labelsOf].map(([region, labels]) => [region, labels.map(denied)]));
  const regions = [...labelsOf.keys()];
  return { text: normality(random, regions, drawDenied(random, regions)), assertions, cues: noCues };
}

/** True where one of the labels is the other or implies it. */
function areRelated(label: string, other: string): boolean {
  return label === other || ancestors(label).includes(other) || ancestors(other).includes(label);
}

function each(regions: readonly string[], assertions: readonly Assertion[]): Statement['assertions'] {
  return new Map(regions.map((region) => [region, assertions]));
}
