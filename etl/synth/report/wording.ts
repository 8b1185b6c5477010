import type { Comparison } from '../concepts.js';
import type { Random } from '../random.js';
import { withAsides } from './asides.js';
import type { Cues } from './cues.js';
import { placePhrase, vicinity } from './place.js';
import type { Stated } from './stated.js';
import { capitalized, listed, noun } from './words.js';

const adjectives: Readonly<Record<string, string>> = {
  hedge: 'possible',
  opacity: 'opaque',
  lucency: 'lucent',
};

const comparisonTexts: Readonly<Record<Comparison, string>> = {
  'no change': 'the same as on the previous exam',
  improved: 'less than on the previous exam',
  worsened: 'more than on the previous exam',
};

/** What a sentence affirms, and how. */
export interface Affirmation {
  readonly label: string;
  readonly regions: readonly string[];
  readonly stated: Stated;
  readonly cues: Cues;
  /** What the sentence denies at the same time. */
  readonly denied: string | null;
}

/** A sentence that affirms a finding. */
export function affirmation(random: Random, { label, regions, stated, cues, denied }: Affirmation): string {
  const words = [cues.severity, cues.temporal, cues.texture].filter((word) => word !== null);
  const finding = [...words.map((word) => adjectives[word] ?? word), noun(label)].join(' ');
  const place = placePhrase(random, regions, stated);
  const parts = [
    random.pick(place === '' ? withoutPlace(finding) : withPlace(finding, place)),
    vicinity(random, regions, stated),
    cues.comparison && comparisonTexts[cues.comparison],
    denied && `without ${noun(denied)}`,
  ];
  return `${withAsides(random, parts.filter((part) => part !== null).join(', '), 0.25)}.`;
}

function withPlace(finding: string, place: string): string[] {
  return [
    `${capitalized(finding)} is seen, projecting over ${place}`,
    `This exam shows ${finding} at the level of ${place}`,
    `${capitalized(place)} shows ${finding} on this view`,
    `Findings in ${place} are in keeping with ${finding}`,
    `At ${place} there is ${finding}, best appreciated on the frontal image`,
  ];
}

function withoutPlace(finding: string): string[] {
  return [
    `${capitalized(finding)} is seen`,
    `This exam shows ${finding}`,
    `There is ${finding}, best appreciated on the frontal image`,
    `Findings are in keeping with ${finding}`,
  ];
}

/** A sentence that denies findings. */
export function denial(
  random: Random,
  labels: readonly string[],
  regions: readonly string[],
  stated: Stated,
): string {
  const findings = listed(labels.map(noun), 'or');
  const place = placePhrase(random, regions, stated);
  const text = random.pick(
    place === ''
      ? [`There is no ${findings}`, `No ${findings} is identified`, `This exam shows no sign of ${findings}`]
      : [
          `${capitalized(place)} shows no sign of ${findings}`,
          `No ${findings} is identified in ${place}`,
          `This exam shows no ${findings} at the level of ${place}`,
          `Nothing in ${place} suggests ${findings}`,
        ],
  );
  return `${withAsides(random, text, 0.95)}.`;
}

/** A sentence that calls regions normal. */
export function normality(random: Random, regions: readonly string[], stated: Stated): string {
  const place = placePhrase(random, regions, { ...stated, place: true });
  const text = random.pick([
    `${capitalized(place)}: unremarkable appearance on this exam`,
    `Ordinary appearance of ${place}, nothing of note on this view`,
    `Nothing out of the ordinary in ${place}`,
  ]);
  return `${withAsides(random, text, 0.95)}.`;
}

/** The sentence as reports set it: at times broken over lines, indented, or behind a section header. */
export function typeset(random: Random, text: string, header: string | null): string {
  const headed = header !== null && random.chance(0.12) ? `${header} ${text}` : text;
  const spaces = [...headed.matchAll(/ /g)].map(({ index }) => index);
  const at = spaces[Math.floor(spaces.length * 0.6)];
  const broken =
    at !== undefined && random.chance(0.2) ? `${headed.slice(0, at)}\n ${headed.slice(at + 1)}` : headed;
  return random.chance(0.08) ? ` ${broken}` : broken;
}

const complaints = ['cough', 'fever', 'hypoxia', 'chest pain', 'dyspnea', 'a fall', 'a new line', 'weakness'];
const questions = ['pneumonia', 'edema', 'effusion', 'pneumothorax', 'line position', 'interval change'];

/** The reason for an exam: invented, its names and ages blanked as in the data. */
export function reason(random: Random, gender: string): string {
  const question = random.pick(questions);
  return `___${gender} with ${random.pick(complaints)}.  ${random.pick([
    `Evaluate for ${question}.`,
    `Question of ${question}.`,
    `${capitalized(question)}?`,
  ])}`;
}
