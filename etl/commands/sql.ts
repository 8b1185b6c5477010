import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { duckdbErrorKind } from '../duckdb_error.js';
import { EXIT, UserError, usageError } from '../error.js';
import type { Command, Values } from './command.js';
import { wholeNumber } from './options.js';
import { type Format, formats, SHOWN_ROWS } from './result_format.js';
import { DEFAULT_WAREHOUSE, withWarehouse } from './warehouse.js';

const help = `Queries a warehouse. It is opened read-only; nothing outside of it can be read or written.

Examples:
  imagenome sql output/warehouse "from report_findings limit 5"
  imagenome sql output/warehouse "from patient_sequences" --csv > sequences.csv
  imagenome sql output/warehouse --file examples/sql/01_pneumothorax_by_region.sql
  echo "select count(*) as n from images" | imagenome sql output/warehouse - --json
  imagenome sql "describe report_findings"             of ${DEFAULT_WAREHOUSE}

Options:
  --format F    table (human-readable), csv, json (one array) or jsonl (one object a line)
  --csv, --json as --format csv, --format json
  --rows N      rows that a table shows (default ${SHOWN_ROWS}); csv, json and jsonl have all
  --file FILE   the query is in this file

imagenome info DIR lists tables and views. Exit codes: 0 done · 1 failed · 2 wrong usage`;

const command: Command = {
  help,
  options: {
    format: { type: 'string' },
    csv: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    rows: { type: 'string' },
    file: { type: 'string' },
  },
  async run(values, positionals, io) {
    const format = formatOf(values);
    const rows = wholeNumber(values, { name: 'rows', least: 0, most: 999_999_999, unless: SHOWN_ROWS });
    const { folder, query } = await questionOf(values, positionals);
    if (query.replace(/--.*$/gm, '').trim() === '') throw noQuery();
    await withWarehouse(folder, async ({ connection }) => {
      const result = await ask(connection, query);
      await formats[format](result, io, rows).catch(failed);
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

/**
 * Starts a query, whose rows are read later. Of several statements the answer is that of the last.
 * @throws UserError, which repeats what DuckDB says of the text of the query but nothing that it has read from the data
 */
async function ask(connection: DuckDBConnection, query: string): Promise<DuckDBResult> {
  const statements = await connection.extractStatements(query).catch(refused);
  const last = statements.count - 1;
  for (let i = 0; i <= last; i++) {
    // From the second statement on, names may come from the data: `set variable`, `pivot`.
    const statement = await statements.prepare(i).catch(i === 0 ? refused : failed);
    if (i === last) return statement.stream().catch(failed);
    await statement.run().catch(failed);
  }
  throw noQuery();
}

/** What DuckDB says before it has read a row speaks of the query alone. */
function refused(error: Error): never {
  if (duckdbErrorKind(error) === undefined) throw error;
  throw refusal(error.message.replace(/^Failed to extract statements: /, ''));
}

const refusal = (reason: string) => new UserError(`the query was refused: ${reason}`);

/** Whole, as a sentence of a report may begin in the same way. */
const isReadOnly =
  /^Invalid Input Error: (Cannot execute statement of type "\w+" on database "\w+" which is attached in read-only mode!)$/;

/** Any other message may quote a value, and so a sentence of a report. */
function failed(error: Error): never {
  const [, readOnly] = isReadOnly.exec(error.message) ?? [];
  if (readOnly) throw refusal(readOnly);
  const kind = duckdbErrorKind(error);
  if (kind === undefined) throw error;
  throw new UserError(
    `the query failed: ${kind}. Its message is not shown, as it may quote report text; run the query in ` +
      'DuckDB itself to see it.',
  );
}
