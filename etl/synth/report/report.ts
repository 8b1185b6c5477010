import { habits } from '../habits.js';
import type { Random } from '../random.js';
import type { Assertion } from './assertion.js';
import { attributeStrings } from './attribute_strings.js';
import { type Cues, noCues } from './cues.js';
import { drawMentions } from './mentions.js';
import { affirm, deny, type Statement } from './statement.js';
import type { Tone } from './tone.js';
import { drawStatements } from './topics.js';
import { reason, typeset } from './wording.js';

export type Section = 'finalreport' | 'prelimread' | 'history';

/** One sentence of a report, as the sentence list has it and as the regions of scene graphs repeat it. */
export interface Sentence {
  /** Place in the report, from 0: the preliminary reading comes first. */
  readonly sent_loc: number;
  readonly section: Section;
  readonly text: string;
  /** Attribute strings of each region that the sentence describes; empty for headers and the like. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  readonly cues: Cues;
  /** A comparison that the automatic graphs lack: neither a cue nor relations. */
  readonly isComparisonMissed: boolean;
}

/** A report, the same for all images of its study. */
export interface Report {
  readonly sentences: readonly Sentence[];
  /** Regions of which the entry has the last sentence first. */
  readonly disordered: ReadonlySet<string>;
  /** Empty when the report has none. */
  readonly reason_for_exam: string;
}

type Draft = Omit<Sentence, 'sent_loc' | 'attributes' | 'isComparisonMissed'> & Pick<Statement, 'assertions'>;

const silent: Statement['assertions'] = new Map();

function line(section: Section, text: string): Draft {
  return { section, text, assertions: silent, cues: noCues };
}

/** Writes the report of a study. */
export function drawReport(random: Random, gender: string, isFollowUp: boolean): Report {
  const tone: Tone = { random, isClean: random.chance(0.25), isFollowUp };
  const mentioned = drawMentions(random);
  const statements = drawStatements(tone, mentioned);
  const reasonForExam = random.chance(0.98) ? reason(random, gender) : '';
  const drafts = [
    ...preliminary(tone, statements),
    ...(reasonForExam === '' ? [] : [line('history', reasonForExam)]),
    ...(isFollowUp && random.chance(0.3) ? [line('finalreport', 'COMPARISON:  Prior exam of ___.')] : []),
    line('finalreport', 'FINDINGS:'),
    ...statements.map((statement) => written(random, statement, 'finalreport', null)),
    ...impression(tone, statements, mentioned),
  ];
  const isMissed = drawMissed(random, drafts);
  const sentences = drafts.map(({ assertions, ...draft }, sent_loc) => ({
    sent_loc,
    ...draft,
    isComparisonMissed: isMissed[sent_loc]!,
    attributes: new Map(
      [...assertions].map(([region, of]) => [region, attributeStrings(random, of, draft.cues)] as const),
    ),
  }));
  return { sentences, disordered: drawDisordered(random, sentences), reason_for_exam: reasonForExam };
}

/** Which comparisons the graphs lack: all of a report, or single ones but the first. */
function drawMissed(random: Random, drafts: readonly Draft[]): boolean[] {
  const isFound = random.chance(habits.changeFound);
  const first = drafts.findIndex(({ cues }) => cues.comparison !== null);
  return drafts.map(({ cues }, i) => {
    if (cues.comparison === null) return false;
    return !isFound || (i !== first && !random.chance(habits.comparisonFound));
  });
}

function drawDisordered(random: Random, sentences: readonly Pick<Sentence, 'attributes'>[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { attributes } of sentences) {
    for (const region of attributes.keys()) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  const several = [...counts].filter(([, count]) => count > 1).map(([region]) => region);
  return new Set(several.filter(() => random.chance(habits.entryOutOfOrder)));
}

function written(random: Random, statement: Statement, section: Section, header: string | null): Draft {
  const { text, assertions, cues } = statement;
  return { section, text: typeset(random, text, header), assertions, cues };
}

/** A first reading of some reports, of which one in four is corrected later: the last mention is the one that counts. */
function preliminary(tone: Tone, statements: readonly Statement[]): Draft[] {
  const { random } = tone;
  if (!random.chance(0.09)) return [];
  const first = statements.slice(0, random.whole(1, 3));
  const read = random.chance(0.25) ? [corrected(tone, first[0]!), ...first.slice(1)] : first;
  return [
    line('prelimread', 'WET READ:'),
    ...read.map((statement) => written(random, statement, 'prelimread', null)),
  ];
}

/** The statement as it was before its correction: what it affirms it denied. */
function corrected(tone: Tone, statement: Statement): Statement {
  const regions = [...statement.assertions.keys()];
  const [first] = statement.assertions.get(regions[0]!)!;
  const { label, relation } = first as Assertion;
  if (relation === 'yes') return deny(tone, [label], regions);
  const affirmed = affirm(tone, { label, regions });
  return { ...affirmed, text: `Preliminary reading, to be confirmed: ${affirmed.text}` };
}

function impression(
  { random, isClean, ...tone }: Tone,
  statements: readonly Statement[],
  mentioned: ReadonlySet<string>,
): Draft[] {
  const sides = ['right lung', 'left lung'].filter((region) => mentioned.has(region));
  const isQuiet = isClean || random.chance(0.25);
  const again = isQuiet
    ? sides.length > 0
      ? [deny({ random, isClean, ...tone }, ['pneumonia'], sides)]
      : []
    : statements.filter(isAffirming).slice(0, random.chance(0.2) ? 2 : 1);
  if (again.length === 0 || random.chance(0.22)) return [];
  const drafts = again.map((statement) => written(random, statement, 'finalreport', 'IMPRESSION:'));
  return [line('finalreport', 'IMPRESSION:'), ...drafts];
}

function isAffirming({ assertions }: Statement): boolean {
  return [...assertions.values()].some((of) => of.some(({ relation }) => relation === 'yes'));
}
