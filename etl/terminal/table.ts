import type { Screen } from './screen.js';
import { clipped, padded, widthOf } from './width.js';
import { wrapped } from './wrap.js';

const GAP = '  ';

/** Least width of a column that is cut, and least width of the last column of a list. */
const LEAST_CUT = 12;
const LEAST_LAST = 24;

/** Which columns are flush right, such as numbers; they are never cut. */
export type IsRight = (column: number) => boolean;

/** A table that fits a screen. */
export interface FittedTable {
  readonly text: string;
  /** How many columns are left out; a column of marks stands in their place. */
  readonly hidden: number;
}

/**
 * A table whose lines fit a screen. Where they would not, cells are cut, the widest first, and then columns are left out, from the
 * middle on.
 * @param widest width to which a cell is cut where not all of its line fits
 */
export function fitTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  isRight: IsRight,
  screen: Screen,
  widest = 60,
): FittedTable {
  const natural = widthsOf(header, rows);
  const least = natural.map((width, i) => (isRight(i) ? width : Math.min(width, LEAST_CUT)));
  const shown = shownColumns(least, screen);
  const cells = [header, ...rows].map((row) => shown.map((i) => (i < 0 ? screen.marks.cut : row[i]!)));
  const own = shown.map((i) => (i < 0 ? screen.marks.cut.length : natural[i]!));
  const widths = shrunk(
    own,
    shown.map((i) => i < 0 || isRight(i)),
    screen.columns,
    widest,
  );
  const lines = cells.map((row) => lineOf(row, widths, (i) => shown[i]! >= 0 && isRight(shown[i]!), screen));
  return {
    text: `${lines.join('\n')}\n`,
    hidden: header.length - shown.filter((i) => i >= 0).length,
  };
}

/**
 * A table whose last column is wrapped to fit a screen, for what is to be read whole; other cells are cut where they would leave it
 * no room.
 */
export function listTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  isRight: IsRight,
  screen: Screen,
): string {
  const last = header.length - 1;
  const natural = widthsOf(header, rows);
  const gaps = GAP.length * last;
  const room = screen.columns - gaps - Math.min(natural[last]!, LEAST_LAST);
  const front = shrunk(
    natural.slice(0, last),
    natural.slice(0, last).map((_, i) => isRight(i)),
    room + GAP.length * (last - 1),
    room,
  );
  const rest = Math.max(screen.columns - gaps - front.reduce((sum, width) => sum + width, 0), LEAST_LAST);
  const widths = [...front, Math.min(natural[last]!, rest)];
  const lines = [header, ...rows].flatMap((row) =>
    wrapped(row[last]!, rest).map((text, i) =>
      lineOf([...front.map((_, j) => (i === 0 ? row[j]! : '')), text], widths, isRight, screen),
    ),
  );
  return `${lines.join('\n')}\n`;
}

function widthsOf(header: readonly string[], rows: readonly (readonly string[])[]): number[] {
  return header.map((name, i) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[i]!)), widthOf(name)),
  );
}

/** The columns that fit at their least width; -1 stands for those that do not. */
function shownColumns(least: readonly number[], { columns, marks }: Screen): number[] {
  const all = least.map((_, i) => i);
  const widthAll = (shown: readonly number[]) =>
    shown.reduce((sum, i) => sum + (i < 0 ? marks.cut.length : least[i]!) + GAP.length, -GAP.length);
  if (widthAll(all) <= columns || all.length < 2) return all;
  let [front, back] = [all.slice(0, 1), [] as number[]];
  for (let [first, last] = [1, all.length - 1]; first <= last; ) {
    const isFront = front.length <= back.length;
    const more = isFront ? [...front, first] : front;
    const behind = isFront ? back : [last, ...back];
    if (widthAll([...more, -1, ...behind]) > columns) break;
    [front, back] = [more, behind];
    if (isFront) first++;
    else last--;
  }
  return [...front, -1, ...back];
}

/** Widths of which the widest are cut until all fit; those that are whole stay as they are. */
function shrunk(
  widths: readonly number[],
  isWhole: readonly boolean[],
  columns: number,
  widest: number,
): number[] {
  const total = (cap: number) =>
    widths.reduce((sum, width, i) => sum + (isWhole[i] ? width : Math.min(width, cap)), 0) +
    GAP.length * (widths.length - 1);
  let cap = Math.max(...widths, 1);
  if (total(cap) <= columns) return [...widths];
  cap = Math.min(cap, widest);
  while (cap > 1 && total(cap) > columns) cap--;
  return widths.map((width, i) => (isWhole[i] ? width : Math.min(width, cap)));
}

function lineOf(
  cells: readonly string[],
  widths: readonly number[],
  isRight: IsRight,
  { columns, marks }: Screen,
): string {
  const line = cells
    .map((cell, i) => padded(clipped(cell, widths[i]!, marks.cut), widths[i]!, isRight(i)))
    .join(GAP)
    .trimEnd();
  return clipped(line, columns, marks.cut);
}
