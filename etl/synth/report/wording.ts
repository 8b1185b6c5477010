import type { Comparison } from '../concepts.js';
import type { Random } from '../random.js';
import type { Cues } from './cues.js';

/** Names of findings that do not read well when cut at the first slash. */
const nouns: Readonly<Record<string, string>> = {
  'linear/patchy atelectasis': 'linear atelectasis',
  'lobar/segmental collapse': 'lobar collapse',
  'pleural/parenchymal scarring': 'pleural scarring',
  'breast/nipple shadows': 'nipple shadows',
  'mass/nodule (not otherwise specified)': 'nodule',
  'multiple masses/nodules': 'multiple nodules',
  'copd/emphysema': 'emphysema',
  'fluid overload/heart failure': 'volume overload',
  rotated: 'rotation of the patient',
};

const adjectives: Readonly<Record<string, string>> = {
  hedge: 'possible',
  opacity: 'opaque',
  lucency: 'lucent',
};

function noun(label: string): string {
  return nouns[label] ?? label.split(/\/| \(/)[0]!;
}

function listed(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

function placed(regions: readonly string[]): string {
  const named = regions.filter((region) => region !== 'unknown');
  if (named.length === 0) return 'the field of view';
  const [first, second] = named as [string, string | undefined];
  if (named.length === 2 && second === first.replace('right', 'left'))
    return `the right and ${second.replace('left ', 'the left ')}`.replace('and the', 'and');
  return listed(
    named.map((region) => `the ${region}`),
    'and',
  );
}

function capitalised(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}

/** A sentence, without its full stop, that affirms a finding. */
export function affirmation(random: Random, label: string, regions: readonly string[], cues: Cues): string {
  const words = [cues.severity, cues.temporal, cues.texture].filter((word) => word !== null);
  const finding = [...words.map((word) => adjectives[word] ?? word), noun(label)].join(' ');
  const place = placed(regions);
  return random.pick([
    `${capitalised(finding)} is seen, projecting over ${place}`,
    `This exam shows ${finding} at the level of ${place}`,
    `${capitalised(place)} shows ${finding} on this view`,
    `Findings in ${place} are in keeping with ${finding}`,
    `At ${place} there is ${finding}, best appreciated on the frontal image`,
  ]);
}

/** The sentence with its comparison, if it makes one, and its full stop. */
export function withComparison(text: string, comparison: Comparison | null): string {
  if (comparison === null) return `${text}.`;
  const tail = { 'no change': 'the same as', improved: 'less than', worsened: 'more than' }[comparison];
  return `${text}, ${tail} on the previous exam.`;
}

/** A sentence that denies findings. */
export function denial(random: Random, labels: readonly string[], regions: readonly string[]): string {
  const findings = listed(labels.map(noun), 'or');
  const place = placed(regions);
  return random.pick([
    `${capitalised(place)} shows no sign of ${findings}.`,
    `No ${findings} is identified in ${place}.`,
    `This exam shows no ${findings} at the level of ${place}.`,
    `Nothing in ${place} suggests ${findings}.`,
  ]);
}

/** A sentence that calls regions normal. */
export function normality(random: Random, regions: readonly string[]): string {
  const place = placed(regions);
  return random.pick([
    `${capitalised(place)}: unremarkable appearance on this exam.`,
    `Ordinary appearance of ${place}, nothing of note on this view.`,
    `Nothing out of the ordinary in ${place}.`,
  ]);
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
    `${capitalised(question)}?`,
  ])}`;
}
