import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { EXIT, UserError, usageError } from '../error.js';
import type { Command, Values } from './command.js';
import { type Format, formats, SHOWN_ROWS } from './result_format.js';
import { DEFAULT_WAREHOUSE, withWarehouse } from './warehouse.js';

const help = `Asks a warehouse. It is opened read-only; nothing outside of it can be read or written.

Examples:
  imagenome sql output/warehouse "from report_findings limit 5"
  imagenome sql output/warehouse "from patient_sequences" --csv > sequences.csv
  imagenome sql output/warehouse --file examples/sql/01_pneumothorax_by_region.sql
  echo "select count(*) as n from images" | imagenome sql output/warehouse - --json
  imagenome sql "describe report_findings"             of ${DEFAULT_WAREHOUSE}

Options:
  --format F    table (for the eye), csv, json (one array) or jsonl (one object a line)
  --csv, --json as --format csv, --format json
  --rows N      rows that a table shows (default ${SHOWN_ROWS}); csv, json and jsonl have all
  --file FILE   the query is in this file

imagenome info DIR lists tables and views. Exit codes: 0 done · 1 failed · 2 wrong usage`;

const command: Command = {
  summary: 'ask a warehouse (read-only)',
  help,
  options: {
    format: { type: 'string' },
    csv: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    rows: { type: 'string' },
    file: { type: 'string' },
  },
  async run(values, positionals, io) {
    const [format, rows] = [formatOf(values), rowsOf(values)];
    const { folder, query } = await questionOf(values, positionals);
    if (query.replace(/--.*$/gm, '').trim() === '') throw noQuery();
    await withWarehouse(folder, async ({ connection }) => {
      const result = await connection.stream(query).catch(refused);
      await formats[format](result, io, rows).catch(refused);
    });
    return EXIT.done;
  },
};

export default command;

function formatOf({ format, csv, json }: Values): Format {
  const asked = [...(csv ? ['csv'] : []), ...(json ? ['json'] : []), ...(format ? [format as string] : [])];
  if (asked.length > 1) throw usageError(`sql: expected one format, found ${asked.join(' and ')}`);
  const name = asked[0] ?? 'table';
  if (Object.hasOwn(formats, name)) return name as Format;
  throw usageError(`sql --format: expected one of ${Object.keys(formats).join(', ')}, found '${name}'`);
}

function rowsOf({ rows = String(SHOWN_ROWS) }: Values): number {
  if (/^\d{1,9}$/.test(String(rows))) return Number(rows);
  throw usageError(`sql --rows: expected a whole number, found '${rows}'`);
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
    const found = (error as NodeJS.ErrnoException).code;
    throw usageError(`sql --file: expected a readable file, found ${found} at ${path}`);
  }
}

/** Errors that speak of the query alone; the message of any other may quote a value, and so a sentence of a report. */
const aboutTheQuery =
  /^(Parser|Binder|Catalog|Permission|Out of Memory|Not implemented) Error|^Invalid Input Error: Cannot execute statement/;

function refused(error: Error): never {
  const message = error.message.replace(/^Failed to extract statements: /, '');
  if (aboutTheQuery.test(message)) throw new UserError(`the query was refused: ${message}`);
  const [kind] = /^[A-Z][A-Za-z ]* Error/.exec(message) ?? [];
  if (!kind) throw error;
  throw new UserError(
    `the query failed: ${kind}. Its message is not shown, as it may quote report text; ask the query of ` +
      'DuckDB itself to see it.',
  );
}
