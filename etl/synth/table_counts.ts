import { fieldDefects, type ListDefect, lineDefects } from './defects/list_table.js';

/** What a sound reader finds in a text table. */
export interface TableCounts {
  /** Physical lines, the header and blank ones too. */
  readonly lines: number;
  /** Rows that it loads, and rows that it rejects. */
  readonly rows: number;
  readonly rejected: number;
  /** Loaded rows that it reports, because they look wrong. */
  readonly changed: number;
}

/**
 * Counts of a text table.
 * @param sound rows that have no fault of their own
 * @param hasDefects whether the faults of `list_table.ts` are planted
 */
export function tableCounts(path: string, lines: number, sound: number, hasDefects: boolean): TableCounts {
  const of = (table: Readonly<Record<string, ListDefect>>) =>
    hasDefects ? Object.values(table).filter(({ file }) => file === path) : [];
  const planted = of(lineDefects).filter(({ isBlank }) => !isBlank);
  const rejected = planted.filter(({ quarantine }) => quarantine).length;
  const changed = [...planted, ...of(fieldDefects)].filter(({ issue }) => issue).length;
  return { lines, rows: sound + planted.length - rejected, rejected, changed };
}

/** Physical lines of a text whose last line has its end. */
export function countLines(text: string | Buffer): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
