import type { InputFacts } from '../warehouse/manifest.js';
import { count } from './format.js';

/** The known input files by name: those that were found, with their rows, and those that were not. */
export function inputNames(inputs: readonly InputFacts[]): { found: string[]; missing: string[] } {
  const found = inputs.filter(({ is_found }) => is_found);
  return {
    found: found.map(({ input, rows, rejected }) => {
      const lost = rejected ? `, ${count(rejected)} rejected` : '';
      return rows === null ? `${input} (not read)` : `${input} (${count(rows)}${lost})`;
    }),
    missing: inputs.filter(({ is_found }) => !is_found).map(({ input }) => input),
  };
}

/** What the lack of an input means for the columns of views; nothing where all are there. */
export function missingColumns(inputs: readonly InputFacts[]): string[] {
  const has = (table: string) => inputs.some((one) => one.table === table && one.rows !== null);
  const lists = inputs.filter(({ table }) => table === 'splits');
  const absent = lists.filter(({ rows }) => rows === null).map(({ path }) => path);
  return [
    ...(has('splits')
      ? absent.map((path) => `Not found: ${path}; the images of that list have split NULL.`)
      : ['No split list was found: the column split is NULL everywhere.']),
    ...(has('images_to_avoid')
      ? []
      : ['images_to_avoid was not found: the column to_avoid is NULL everywhere.']),
  ];
}
