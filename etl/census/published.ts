import type { TableFacts } from './table.js';
import { LEAST_PATIENTS, type Tally } from './tally.js';

/** A known file of the release, as a census describes it. */
export interface PublishedFile {
  /** Path as PhysioNet lists it; never the name that the file has. */
  readonly file: string;
  readonly is_found: boolean;
  /** True for a copy under another name, or packed. */
  readonly is_renamed?: boolean;
  /** True where the file does not read. */
  readonly is_broken?: boolean;
  /** Documented columns of a text table that are there and not there, and the lengths of the names of further ones. */
  readonly columns?: readonly string[];
  readonly missing_columns?: readonly string[];
  readonly further_columns?: readonly string[];
  /** Of a vocabulary file: values that ship with the project, those of them that it lacks, and the number of others. */
  readonly known_values?: number;
  readonly missing_values?: readonly string[];
  readonly other_values?: number;
}

/** What a census says: counts by field, each of them of at least so many patients. */
export interface Census {
  readonly format: 'imagenome-census';
  readonly version: 1;
  readonly least_patients: number;
  /** How the graphs lie in INPUT. */
  readonly graphs_are: 'files' | 'zip' | 'records';
  /** Patients and studies with a graph; null where they are fewer than `least_patients` patients. */
  readonly patients: number | null;
  readonly studies: number | null;
  /** Whole percent of the graphs that are rejected; null below 1 %, and for fewer than 2,000 graphs. */
  readonly rejected_percent: number | null;
  readonly files: readonly PublishedFile[];
  /** Counts by field: `all` is exact, every other one has three significant digits. What is absent occurs for few patients, or for none. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Significant digits of a count: two that differ by a patient or two are the same. */
const DIGITS = 3;

const totals = new Set(['all']);

/** The counts that may be shown: what occurs for enough patients, rounded. */
export function publishedFields(tally: Tally): Census['fields'] {
  const fields: [string, Record<string, number>][] = [];
  for (const [name, counts] of tally.fields) {
    const shown = [...counts].filter(([, { patients }]) => patients === undefined);
    if (shown.length === 0) continue;
    shown.sort(([a, { n: x }], [b, { n: y }]) => y - x || (a < b ? -1 : 1));
    const rounded = shown.map(([what, { n }]) => [what, totals.has(what) ? n : round(n)] as const);
    fields.push([name, Object.fromEntries(rounded)]);
  }
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const round = (n: number) => Number(n.toPrecision(DIGITS));

/** A number of patients or of what belongs to them; null where they are few. */
export function publishedTotal(n: number, patients: number): number | null {
  return patients < LEAST_PATIENTS ? null : n;
}

/** What the header of a text table says, for its file. */
export function publishedTable({ columns, missing, unknown }: TableFacts): Partial<PublishedFile> {
  return { columns, missing_columns: missing, further_columns: unknown };
}
