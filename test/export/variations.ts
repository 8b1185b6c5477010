import type { ExportFormat, FormatValues } from '../../etl/export/format.js';
import { formats } from '../../etl/export/registry.js';

/** A format with one of its options set to something else, or with none. */
export interface Variation {
  readonly format: ExportFormat;
  /** Words of the command line behind the format. */
  readonly words: readonly string[];
  readonly values: FormatValues;
}

/** Every format as it is, and with every word of every option of its own, one at a time; boxes in the 224 frame, which every warehouse has. */
export const variations: readonly Variation[] = formats.flatMap((format) => {
  const unless = Object.fromEntries(format.options.map(({ name, unless }) => [name, unless ?? false]));
  const frame = 'frame' in unless ? { frame: '224' } : {};
  const usual = { ...unless, ...frame };
  const others = format.options.flatMap(({ name, words }) =>
    (words ?? [true]).map((value) => ({ ...usual, [name]: value, ...(name === 'frame' ? frame : {}) })),
  );
  const distinct = new Map([usual, ...others].map((values) => [JSON.stringify(values), values]));
  return [...distinct.values()].map((values) => ({ format, values, words: wordsOf(values) }));
});

function wordsOf(values: FormatValues): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === false) return [];
    return value === true ? [`--${name}`] : [`--${name}`, String(value)];
  });
}
