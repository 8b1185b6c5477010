import { intervals } from '../charts/intervals.js';
import { stackedBars } from '../charts/stacked_bars.js';
import type { Figure, Section } from '../figure.js';
import { numberOf, type Row, textOf } from '../rows.js';

const ages: Figure = {
  name: 'ages',
  title: 'Patients by age and sex',
  caption:
    'Patients by the age range and the sex that their images state. A patient who was seen in two age ranges counts in both.',
  empty: 'No image states an age or a sex.',
  isEmpty: (rows) => rows.every((row) => row.age_decile === 'not stated' && row.gender === 'not stated'),
  draw: (rows, label) =>
    stackedBars(byAge(rows), label, {
      name: 'age_decile',
      unit: 'patients',
      parts: [
        { column: 'F', text: 'F', color: 'group-1' },
        { column: 'M', text: 'M', color: 'group-2' },
        { column: 'other', text: 'other or not stated', color: 'unmentioned' },
      ],
    }),
};

const sexes: Figure = {
  name: 'sexes',
  title: 'Findings by sex',
  caption:
    'Share of the patients of each sex with at least one image whose report affirms the finding, with 95 % Wilson intervals: the fifteen findings of most patients. A sex with fewer than 20 patients is left out.',
  empty: 'No sex has 20 patients or more, or no finding is affirmed.',
  draw: (rows, label) =>
    intervals(
      rows.map((row) => ({
        name: textOf(row, 'label_name'),
        value: numberOf(row, 'share'),
        low: numberOf(row, 'share_low'),
        high: numberOf(row, 'share_high'),
        ...(row.gender === 'F' ? { color: 'group-1', dy: -4 } : { color: 'group-2', dy: 4 }),
      })),
      label,
      {
        unit: 'share of patients',
        legend: [
          { text: 'F', color: 'group-1' },
          { text: 'M', color: 'group-2' },
        ],
      },
    ),
};

/** Whose images they are, as groups. */
export const people: Section = {
  name: 'people',
  title: 'Demographics',
  lead: 'As the scene graphs state them. Patients are counted, not images, as images weigh patients by how often they return.',
  figures: [ages, sexes],
};

function byAge(rows: readonly Row[]): Row[] {
  const names = [...new Set(rows.map((row) => textOf(row, 'age_decile')))];
  return names.map((age_decile) => {
    const own = rows.filter((row) => row.age_decile === age_decile);
    const sum = (isIn: (gender: string) => boolean) =>
      own
        .filter((row) => isIn(textOf(row, 'gender')))
        .reduce((all, row) => all + numberOf(row, 'n_patients'), 0);
    return {
      age_decile,
      F: sum((gender) => gender === 'F'),
      M: sum((gender) => gender === 'M'),
      other: sum((gender) => !['F', 'M'].includes(gender)),
    };
  });
}
