import { columns } from '../charts/columns.js';
import { examLines } from '../charts/lines.js';
import type { Figure, Section } from '../figure.js';

const perPatient: Figure = {
  name: 'studies_per_patient',
  title: 'Studies per patient',
  caption: 'Patients by the number of their studies with a scene graph.',
  empty: 'No image was loaded.',
  draw: (rows, label) =>
    columns(rows, label, { x: 'n_studies', y: 'n_patients', xLabel: 'studies', yLabel: 'patients' }),
};

const gaps: Figure = {
  name: 'gaps',
  title: 'Time between studies',
  caption: 'Pairs of consecutive studies of a patient by the calendar days between them.',
  empty: 'No patient has two studies.',
  draw: (rows, label) =>
    columns(rows, label, {
      x: 'gap',
      y: 'n_pairs',
      xLabel: 'days since the study before',
      yLabel: 'pairs of studies',
    }),
};

const examNumbers: Figure = {
  name: 'exam_numbers',
  title: 'Findings by number of the exam',
  caption:
    'Share of the first, second, … tenth studies of patients whose report affirms the finding, with 95 % Wilson intervals: the six findings that are affirmed most. Patients who return are sicker than those who do not: the lines compare exams, not courses. Exam numbers with fewer than 20 studies are left out.',
  empty: 'There are fewer than 20 studies, or no report affirms a finding.',
  draw: examLines,
};

/** How the studies of patients follow each other. */
export const timelines: Section = {
  name: 'timelines',
  title: 'Patient timelines',
  lead: 'Over all patients. Dates are shifted per patient in the release, so that only differences of dates of one patient mean anything.',
  figures: [perPatient, gaps, examNumbers],
};
