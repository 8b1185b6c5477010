import { markdownTable } from 'markdown-table';

/** Text as Markdown: what looks like a tag stays text. */
export function plain(text: string): string {
  return text.replaceAll('<', '\\<');
}

/**
 * A Markdown table with aligned columns; cells are Markdown, but for `|`.
 * @param align of each column: 'r' for numbers, '' for the rest
 */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly string[] = [],
): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  return markdownTable(cells, { align, stringLength: (cell) => [...cell].length });
}
