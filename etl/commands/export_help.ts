import { formats } from '../export/registry.js';
import { wrapped } from '../terminal/wrap.js';
import { DEFAULT_WAREHOUSE } from './warehouse.js';

/** Columns of a line of help, and where what an option does begins. */
const WIDTH = 79;
const INDENT = 24;

/** Lines of a list: a name, and what it is, which is wrapped. */
function entry(name: string, about: string): string {
  const lines = wrapped(about, WIDTH - INDENT);
  const first = name.length < INDENT - 3 ? `  ${name.padEnd(INDENT - 2)}${lines.shift()}` : `  ${name}`;
  return [first, ...lines.map((line) => ' '.repeat(INDENT) + line)].join('\n');
}

/** Help of `imagenome export`; its formats and their options are those of the registry. */
export function exportHelp(memory: string): string {
  const listed = formats.map(({ name, summary }) => entry(name, summary));
  const own = formats.flatMap(({ name, options }) => [
    ...(options.length > 0 ? [`\nOptions of ${name}:`] : []),
    ...options.map((option) => {
      const [value, values] = option.words
        ? [' WORD', ` (${option.words.join(', ')}; default ${option.unless})`]
        : ['', ''];
      return entry(`--${option.name}${value}`, option.about + values);
    }),
  ]);
  return `Writes files that other tools read, from a warehouse, which is only read.

Examples:
  imagenome export images output/warehouse --out output/paths --split train
  imagenome export images output/warehouse --out output/paths \\
    --where "viewpoint = 'PA' and to_avoid is not true"

DIR is ${DEFAULT_WAREHOUSE} unless given. PATH becomes a folder with the files, a
README.md (rule, SQL, citation), NOTICE.txt and export.json, when all of it is
complete; an earlier export there is replaced. The same warehouse and options
give the same bytes. docs/exports.md describes each format.

Formats:
${listed.join('\n')}

Options:
  --out PATH            the folder to write
  --where CONDITION     only images of which this is true: an SQL condition
                        over the columns of cohort
  --split NAME          only this split (train, valid, test; unlisted: in no
                        list); may be given more than once
  --subset N-patients   N patients of what is left, always the same ones
  --memory-limit SIZE   what DuckDB may take of memory (default ${memory})
  --json                what was written, as JSON on stdout
  --quiet               no progress
${own.join('\n')}

Exit codes: 0 done · 1 failed · 2 wrong usage`;
}
