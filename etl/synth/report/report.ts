import type { Random } from '../random.js';
import type { Assertion } from './assertion.js';
import { attributeStrings } from './attribute_strings.js';
import { type Cues, noCues } from './cues.js';
import { drawMentions } from './mentions.js';
import { deny, type Statement } from './statement.js';
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
}

/** A report, the same for all images of its study. */
export interface Report {
  readonly sentences: readonly Sentence[];
  /** Empty when the report has none. */
  readonly reason_for_exam: string;
}

type Draft = Omit<Sentence, 'sent_loc' | 'attributes'> & Pick<Statement, 'assertions'>;

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
  const sentences = drafts.map(({ assertions, ...draft }, sent_loc) => ({
    sent_loc,
    ...draft,
    attributes: new Map(
      [...assertions].map(([region, of]) => [region, attributeStrings(random, of, draft.cues)] as const),
    ),
  }));
  return { sentences, reason_for_exam: reasonForExam };
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
  const assertions = new Map(regions.map((region) => [region, [{ label, relation: 'yes' as const }]]));
  return { ...statement, text: `Preliminary reading, to be confirmed: ${label}.`, assertions };
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
