import { faultyGoldFile } from './defects/gold_files.js';
import type { GoldFiles } from './gold/index.js';
import type { SynthOptions } from './options.js';
import { countLines, type TableCounts, tableCounts } from './table_counts.js';
import { writeText } from './write_text.js';

/** Writes the gold files of a release, with their faults where these are wanted, and gives their counts by path. */
export function writeGold(
  root: string,
  { files, truth }: GoldFiles,
  { gzip = false, defects = false }: SynthOptions,
): Record<string, TableCounts> {
  const hasDefects = defects && truth.patients > 0;
  const written = [...files].map(([name, table]): [string, TableCounts] => {
    const text = String(table);
    const { path, bytes, lines, rows } = hasDefects
      ? faultyGoldFile(name, text, table.rows)
      : { path: name, bytes: text, lines: countLines(text), rows: table.rows };
    const isCompressed = gzip && !path.endsWith('.gz');
    writeText(root, path, bytes, isCompressed);
    return [isCompressed ? `${path}.gz` : path, tableCounts(name, lines, rows, hasDefects)];
  });
  return Object.fromEntries(written);
}
