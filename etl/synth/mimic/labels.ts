import type { Field } from '../../csv.js';
import type { Exam } from '../exam.js';
import { findingClasses } from '../finding_classes.js';
import { Random, streams } from '../random.js';

const labelsOf = Object.entries(findingClasses).map(([name, labels]) => ({
  name,
  labels: new Set<string>(labels),
}));

/** Columns of `mimic-cxr-2.0.0-chexpert.csv` and `-negbio.csv`. */
export const labelColumns = ['subject_id', 'study_id', ...Object.keys(findingClasses)];

/** What a labeler says of a class: affirmed, denied, uncertain; null where it is not mentioned. */
type Label = '1.0' | '0.0' | '-1.0' | null;

/** The row of a study as the CheXpert labeler would write it, from the report. */
export function chexpertRow(exam: Exam): Field[] {
  return [exam.patient.patient_id, exam.study.study_id, ...studyLabels(exam)];
}

/** Share of the affirmed classes that NegBio calls uncertain, and the other way round: a guess. */
const DIFFERENT = 0.04;

/** The row of a study as NegBio would write it: now and then of another certainty. */
export function negbioRow(seed: number, exam: Exam): Field[] {
  const { patient, study } = exam;
  const random = new Random(seed, streams.mimic, patient.index, study.order);
  const labels = studyLabels(exam).map((label) => {
    const isOther = random.chance(DIFFERENT);
    if (!isOther || label === null || label === '0.0') return label;
    return label === '1.0' ? '-1.0' : '1.0';
  });
  return [patient.patient_id, study.study_id, ...labels];
}

function studyLabels({ report }: Exam): Label[] {
  const said = new Map<string, Set<'yes' | 'no' | 'hedged'>>();
  for (const { attributes, cues } of report.sentences) {
    for (const string of new Set([...attributes.values()].flat())) {
      const [, relation, label] = string.split('|') as [string, 'yes' | 'no', string];
      const found = said.get(label) ?? new Set();
      said.set(label, found.add(relation === 'yes' && cues.severity === 'hedge' ? 'hedged' : relation));
    }
  }
  const found = labelsOf.map(({ labels }) =>
    strongest([...labels].flatMap((label) => [...(said.get(label) ?? [])])),
  );
  const isQuiet = found.every((label) => label === null || label === '0.0');
  return labelsOf.map(({ name }, i) => (name === 'No Finding' && isQuiet ? '1.0' : found[i]!));
}

function strongest(said: readonly string[]): Label {
  if (said.includes('yes')) return '1.0';
  if (said.includes('hedged')) return '-1.0';
  return said.includes('no') ? '0.0' : null;
}
