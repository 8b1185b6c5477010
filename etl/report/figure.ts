import type { Evaluation } from '../evaluate/index.js';
import type { Answer, Row } from './rows.js';

/** What a color or mark of a chart stands for. */
export interface LegendItem {
  readonly text: string;
  /** Name of a color of page.css, without its dashes: yes, no, unmentioned, ramp-0, … */
  readonly color: string;
  readonly isHollow?: boolean;
}

/** A chart as it stands on the page. */
export interface Chart {
  /** SVG, or HTML that has some. */
  readonly html: string;
  readonly legend?: readonly LegendItem[];
}

/** A figure: a chart, the table of what it shows, and the statement that gives the table. */
export interface Figure {
  /** Name of its file in `sql/`, and its place in the address of the page. */
  readonly name: string;
  readonly title: string;
  /** What one sees, with its units: plain text. */
  readonly caption: string;
  /** Optional tables without which there is nothing to show: one of each list must have been given. */
  readonly needs?: readonly (readonly string[])[];
  /** Why there is nothing to show although everything was given. */
  readonly empty: string;
  /** Whether there is nothing to show; without any rows, unless given. */
  isEmpty?(rows: readonly Row[]): boolean;
  /** Columns that no statement gives, such as intervals of a bootstrap, behind those of the statement. */
  extend?(answer: Answer, evaluation: Evaluation): Answer;
  /** Draws the rows; without it the table stands open. */
  draw?(rows: readonly Row[], label: string): Chart;
}

/** A part of the page. */
export interface Section {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly figures: readonly Figure[];
}
