import { examDots } from '../charts/exam_dots.js';
import { stackedBars } from '../charts/stacked_bars.js';
import type { Section } from '../figure.js';

/** One patient, exam by exam; only on request. */
export const patient: Section = {
  name: 'patient',
  title: 'One patient',
  lead: 'The studies of the patient that was asked for. This section makes the page one about a person: share it no further than the data themselves.',
  figures: [
    {
      name: 'patient_exams',
      title: 'Exams',
      caption:
        'Studies of the patient in time, by the number of findings that their report affirms. Dates are shifted.',
      empty: 'The patient has no study.',
      draw: (rows, label) =>
        stackedBars(rows, label, {
          name: (row) => `exam ${row.sequence_number}`,
          unit: 'findings',
          parts: [{ column: 'n_findings_yes', text: 'affirmed findings', color: 'yes' }],
        }),
    },
    {
      name: 'patient_findings',
      title: 'Findings by exam',
      caption:
        'What the report of each exam says of a finding, in any region: affirmed or denied by the last mention. No mark means that the report does not mention it. The thirty findings that are mentioned most are drawn.',
      empty: 'No report of the patient mentions a finding.',
      draw: examDots,
    },
    {
      name: 'patient_comparisons',
      title: 'Comparisons',
      caption: 'Votes of the sentences that compare a finding of a region with a previous image.',
      empty: 'No report of the patient compares a finding with a previous image.',
    },
  ],
};
