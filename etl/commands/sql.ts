import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { EXIT, usageError } from '../error.js';
import { foundInstead } from '../system_error.js';
import type { Command, Io, Values } from './command.js';
import { counted, size } from './format.js';
import { memorySize, wholeNumber } from './options.js';
import { hasRows, run, statements } from './query.js';
import { failed } from './query_error.js';
import { type Format, formats, SHOWN_ROWS } from './result_format.js';
import { statementsOf } from './sql_text.js';
import { DEFAULT_WAREHOUSE, withWarehouse } from './warehouse.js';

const help = `Queries a warehouse. It is opened read-only; nothing outside of it is read,
and nothing is written but FILE.

Examples:
  imagenome sql output/warehouse "from report_findings limit 5"
  imagenome sql output/warehouse "from cohort limit 1" --vertical
  imagenome sql "from patient_sequences" --out sequences.csv
  imagenome sql --file examples/sql/06_consolidation_transitions.sql
  echo "select count(*) from images" | imagenome sql output/warehouse -

DIR is ${DEFAULT_WAREHOUSE} unless given.

Options:
  --out FILE            write all rows to FILE, by its suffix as CSV (.csv,
                        .csv.gz, .tsv), Parquet (.parquet) or JSON (.json,
                        .jsonl)
  --format F            on stdout: table (human-readable), vertical, csv,
                        json (one array) or jsonl (one object per line)
  --vertical            as --format vertical: one value per line, each whole
  --csv, --json         as --format csv, --format json
  --rows N              rows that a table shows (default ${SHOWN_ROWS})
  --file FILE           the query is in this file
  --memory-limit SIZE   what DuckDB may take of memory, such as 2GB; the
                        rest goes to a private folder below TMPDIR

Several statements are run in their order, and each answer is shown.
imagenome info DIR lists tables, views and macros.
Exit codes: 0 done · 1 failed · 2 wrong usage`;

const command: Command = {
  help,
  options: {
    format: { type: 'string' },
    vertical: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    rows: { type: 'string' },
    file: { type: 'string' },
    out: { type: 'string' },
    'memory-limit': { type: 'string' },
  },
  async run(values, positionals, io) {
    const format = formatOf(values);
    const rows = wholeNumber(values, { name: 'rows', least: 0, most: 999_999_999, unless: SHOWN_ROWS });
    const { folder, query } = await questionOf(values, positionals);
    if (statementsOf(query).length === 0) throw noQuery();
    const access = { memoryLimit: memorySize(values) };
    if (values.out !== undefined) {
      const { saveQuery } = await import('./save.js');
      const saved = await saveQuery(folder, query, String(values.out), access);
      io.out.write(`${values.out}: ${counted(saved.rows, 'row')}, ${size(saved.bytes)}\n`);
      return EXIT.done;
    }
    await withWarehouse(
      folder,
      async ({ connection }) => {
        let shown = 0;
        for await (const statement of statements(connection, query)) {
          const result = await run(statement);
          if (!hasRows(result)) continue;
          if (shown++ > 0) separate(format, io);
          await formats[format](result, io, rows).catch((error) => failed(error, statement));
        }
      },
      access,
    );
    return EXIT.done;
  },
};

export default command;

/** An empty line between two answers, but where each line is an object. */
function separate(format: Format, io: Io): void {
  if (format !== 'jsonl') io.out.write('\n');
}

function formatOf({ format, vertical, csv, json, out }: Values): Format {
  const asked = [
    ...(vertical ? ['vertical'] : []),
    ...(csv ? ['csv'] : []),
    ...(json ? ['json'] : []),
    ...(format ? [format as string] : []),
  ];
  if (asked.length > 1) throw usageError(`sql: expected one format, found ${asked.join(' and ')}`);
  if (asked.length > 0 && out !== undefined) {
    throw usageError(
      `sql: expected ${asked[0]} on stdout or --out FILE, whose suffix is its format, found both`,
    );
  }
  const name = asked[0] ?? 'table';
  if (Object.hasOwn(formats, name)) return name as Format;
  throw usageError(`sql --format: expected one of ${Object.keys(formats).join(', ')}, found '${name}'`);
}

/** One word alone is a query of the default warehouse; with --file one word alone is a warehouse. */
async function questionOf({ file }: Values, words: string[]): Promise<{ folder: string; query: string }> {
  const most = file === undefined ? 2 : 1;
  if (words.length > most) {
    throw usageError(`sql: expected DIR and one query, found ${words.length} words; put the query in quotes`);
  }
  if (file !== undefined) return { folder: words[0] ?? DEFAULT_WAREHOUSE, query: readQuery(String(file)) };
  const [folder, query] = words.length === 2 ? words : [DEFAULT_WAREHOUSE, words[0]];
  if (query === undefined || (words.length === 1 && existsSync(query))) throw noQuery();
  return { folder: folder!, query: query === '-' ? await text(process.stdin) : query };
}

const noQuery = () => usageError('sql: expected a query, found none; imagenome help sql shows how');

function readQuery(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw usageError(`sql --file: expected a readable file, found ${foundInstead(error)} at ${path}`);
  }
}
