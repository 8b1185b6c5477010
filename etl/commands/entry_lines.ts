import type { Screen } from '../terminal/screen.js';
import { visibleCell } from '../terminal/visible.js';
import { clipped, padded, widthOf } from '../terminal/width.js';

/** Widest column of names: what is longer pushes its description to the right. */
const WIDEST_NAME = 34;

/** Names with what they are, one line each, cut where the screen ends. */
export function entryLines(
  entries: readonly { readonly name: string; readonly about: string }[],
  screen: Screen,
): string {
  const { columns, marks } = screen;
  const shown = entries.map(
    ({ name, about }) => [visibleCell(name, screen), visibleCell(about, screen)] as const,
  );
  const widths = shown.map(([name]) => widthOf(name)).filter((width) => width <= WIDEST_NAME);
  const width = Math.max(...widths, 0);
  return shown
    .map(([name, about]) => clipped(`  ${padded(name, width)}  ${about}`.trimEnd(), columns, marks.cut))
    .join('\n');
}
