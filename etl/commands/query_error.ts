import { UserError } from '../error.js';
import { tables } from '../schema/index.js';
import { readViewFiles } from '../schema/view_file.js';
import { isOutOfRoom } from '../system_error.js';
import { nearest } from '../terminal/suggestion.js';
import { isFileFault } from './open_error.js';
import { ownWords, shownMessage } from './shown_message.js';
import { errorTexts, withoutLiterals } from './sql_text.js';

/** The statement that an error belongs to. */
export interface QueryPlace {
  /** Its text, and its number among those of the query, from 1. */
  readonly text: string;
  /** The text of the whole query. */
  readonly query: string;
  readonly number: number;
  readonly count: number;
  /** How many characters stand before the text in what DuckDB was given. */
  readonly before?: number;
}

/** An error of DuckDB, as it says it with `errors_as_json`. */
export interface DuckdbError {
  readonly kind: string;
  readonly message: string;
  /** Byte of the statement that it is about. */
  readonly position: number | undefined;
}

/** What an error of DuckDB says; undefined where it is none. */
export function duckdbErrorOf(error: unknown): DuckdbError | undefined {
  const [, json] =
    /^(?:Failed to extract statements: )?(?:[A-Za-z ]+ Error: )?(\{.*\})$/s.exec(
      error instanceof Error ? error.message : '',
    ) ?? [];
  if (json === undefined) return undefined;
  try {
    const { exception_type, exception_message, position } = JSON.parse(json);
    const [, kind] = /^([A-Za-z ]{3,40})$/.exec(exception_type) ?? [];
    if (kind === undefined) return undefined;
    return {
      kind: `${kind} Error`,
      message: String(exception_message),
      position: position && Number(position),
    };
  } catch {
    return undefined;
  }
}

/** What DuckDB says before it has read a row speaks of the query alone, and is shown as it is. */
export function refused(error: unknown, place: QueryPlace): never {
  const found = duckdbErrorOf(error);
  if (found === undefined) throw error;
  throw new UserError(
    `the query was refused${numberOf(place)}: ${found.kind}: ${suggested(found.message)}${excerpt(found, place, place.text)}`,
  );
}

/** A message with what was probably meant: DuckDB suggests tables of its own too, and no columns of a table that is named. */
function suggested(message: string): string {
  const text = message.trim().replace(/\nDid you mean "(?:pg_|sqlite_|duckdb_)[^"]*"\?/, '');
  const [, table, column] = /"(\w+)" does not have a column named "([^"]*)"$/.exec(text) ?? [];
  const view = [...tables, ...readViewFiles()].find(({ name }) => name === table);
  const meant =
    view &&
    nearest(
      column!,
      view.columns.map(({ name }) => name),
    );
  return meant ? `${text}\nDid you mean "${meant}"?` : text;
}

/** Any other message may quote a value, and so a sentence of a report: only DuckDB's own words and those of the query are shown. */
export function failed(error: unknown, place: QueryPlace): never {
  const found = duckdbErrorOf(error);
  if (found === undefined) throw error;
  const { kind, message } = found;
  // What is wrong with the file is said by whoever opened it.
  if (isFileFault(kind, message)) throw error;
  if (kind === 'Out of Memory Error') throw new UserError(outOfMemory(message));
  if (kind === 'IO Error' && isOutOfRoom(message)) throw new UserError(outOfRoom);
  const shown = shownMessage(message, isNamedBy(place.query)) ?? own(kind, message, place);
  const where = excerpt(found, place, withoutLiterals(place.text));
  if (shown === undefined) {
    throw new UserError(
      `the query failed${numberOf(place)}: ${kind}. Its message is not shown, as it may quote report text; run the query in ` +
        `DuckDB itself to see it.${where}`,
    );
  }
  const verb = /read-only mode!$|has been locked$|disabled (by|through) configuration$/.test(shown)
    ? 'was refused'
    : 'failed';
  throw new UserError(`the query ${verb}${numberOf(place)}: ${kind}: ${shown}${where}`);
}

const numberOf = ({ number, count }: QueryPlace) => (count > 1 ? ` (statement ${number} of ${count})` : '');

/** True for what the text of a query has, a name or an expression that a column is called by, and for the name of the database. */
function isNamedBy(query: string): (name: string) => boolean {
  const words = query.toLowerCase().replaceAll(/\s+/g, ' ');
  return (name) => name === 'imagenome' || (name !== '' && words.includes(name.toLowerCase()));
}

/** What a macro of the warehouse or the query itself says by `error('…')`. */
function own(kind: string, message: string, { query }: QueryPlace): string | undefined {
  if (kind !== 'Invalid Input Error') return undefined;
  return ownWords(message, [...errorTexts(query), ...readViewFiles().flatMap(({ sql }) => errorTexts(sql))]);
}

/** How many characters of a line are shown: all of a short one, of another those around the place. */
const WIDEST_LINE = 64;
const AROUND = 30;

/** The line of the query that an error is about, with a mark below the place; nothing where DuckDB does not say it. */
function excerpt({ position }: DuckdbError, { text, before = 0 }: QueryPlace, shown: string): string {
  if (position === undefined) return '';
  const at = Buffer.from(text)
    .subarray(0, position - before)
    .toString().length;
  if (position < before || at >= text.length) return '';
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const number = text.slice(0, start).split('\n').length;
  const [line = ''] = shown.slice(start).split('\n');
  const isShort = line.length <= WIDEST_LINE;
  const from = isShort ? 0 : Math.max(at - start - AROUND, 0);
  const to = isShort ? line.length : at - start + AROUND;
  const heading = `LINE ${number}: ${from > 0 ? '...' : ''}`;
  const end = to < line.length ? '...' : '';
  return `\n${heading}${line.slice(from, to).replaceAll('\t', ' ')}${end}\n${' '.repeat(heading.length + at - start - from)}^`;
}

function outOfMemory(message: string): string {
  const [, used] = /\(([\d.]+ [KMGT]iB\/[\d.]+ [KMGT]iB) used\)/.exec(message) ?? [];
  return (
    `the query failed: DuckDB ran out of memory${used ? ` (${used} used)` : ''}; give it more with --memory-limit SIZE, ` +
    'or ask for less: filter on patient_id, name the columns, leave out order by'
  );
}

const outOfRoom =
  'the query failed: what does not fit in memory found no room in TMPDIR; make room there, ' +
  'set TMPDIR to a folder with more, or give more memory with --memory-limit SIZE';
