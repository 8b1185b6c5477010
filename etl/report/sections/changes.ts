import { flow } from '../charts/flow.js';
import { stackedBars } from '../charts/stacked_bars.js';
import type { Figure, Section } from '../figure.js';
import { numberOf, textOf } from '../rows.js';

const transitions: Figure = {
  name: 'transitions',
  title: 'Flow from one exam to the next',
  caption:
    'What two consecutive studies of a patient say of the same finding of the same region: each unit is a finding of a region that at least one of the two mentions. Ribbons are as thick as their number and have the color of the exam before. Silence is no denial: not mentioned is a state of its own.',
  empty: 'No patient has two studies that mention a finding.',
  draw: (rows, label) =>
    flow(
      rows.map((row) => ({
        from: textOf(row, 'previous_exam'),
        to: textOf(row, 'this_exam'),
        n: numberOf(row, 'n_findings'),
      })),
      [
        { name: 'yes', text: 'affirmed', color: 'yes' },
        { name: 'not mentioned', text: 'not mentioned', color: 'unmentioned' },
        { name: 'no', text: 'denied', color: 'no' },
      ],
      label,
    ),
};

const progressions: Figure = {
  name: 'progressions',
  title: 'What reports call improved, unchanged or worsened',
  caption:
    'Pairs of images × regions in which a report compares a finding with a previous exam, by the comparison of more than half of its sentences: the twenty findings that are compared most.',
  empty: 'No report compares a finding with a previous exam.',
  draw: (rows, label) =>
    stackedBars(rows, label, {
      name: 'label_name',
      unit: 'image pairs × regions',
      parts: [
        { column: 'n_improved', text: 'improved', color: 'better' },
        { column: 'n_no_change', text: 'no change', color: 'unmentioned' },
        { column: 'n_worsened', text: 'worsened', color: 'no' },
        { column: 'n_no_majority', text: 'no majority', color: 'group-1' },
      ],
    }),
};

/** What changes between exams. */
export const changes: Section = {
  name: 'changes',
  title: 'From exam to exam',
  lead: 'Two views of change: what follows from what each report says by itself, and what a report says of the exam before.',
  figures: [transitions, progressions],
};
