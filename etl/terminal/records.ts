import type { Screen } from './screen.js';
import { clipped, padded, widthOf } from './width.js';
import { hanging, wrapped } from './wrap.js';

/** Rows one below the other, one value per line, each whole. */
export function recordsText(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { columns, marks }: Screen,
): string {
  const widest = header.reduce((most, name) => Math.max(most, widthOf(name)), 0);
  const width = Math.min(widest, Math.floor(columns / 2));
  return rows
    .map((row, n) => {
      const lines = header.map((name, i) =>
        hanging(
          `${padded(clipped(name, width, marks.cut), width)}  `,
          wrapped(row[i]!, columns - width - 2),
        ).trimEnd(),
      );
      return `row ${n + 1}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}
