import { quote } from '../diagnostics/quote.js';
import type { Column } from '../schema/table.js';
import { type ExpectedTable, namesOf } from './expected_table.js';
import { splitFields } from './fields.js';
import { type FieldKind, isNumeric, kindOf, kindOfNumber } from './values.js';

/** What the header of a text table says. */
export interface Layout {
  readonly delimiter: string;
  /** Headers as written, trimmed. */
  readonly headers: readonly string[];
  /** Place of the field of each column of the table that the file has. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Places of headers that are no column's. */
  readonly further: readonly number[];
  /** What the field at each place holds; undefined for one that is not loaded. */
  readonly kinds: readonly (FieldKind | undefined)[];
  /** The column at each place. */
  readonly columns: readonly (string | undefined)[];
  /** Places of the fields that hold numbers, of the free text, and of what a row cannot be without. */
  readonly numbers: readonly number[];
  readonly text: number | undefined;
  readonly needed: readonly number[];
}

const delimiters = [',', '\t', ';', '|'];

/** What pandas calls a column without a name. */
const nameless = /^(unnamed: \d+)?$/i;

/** Reads a header; a string says what is wrong with it, when none of the key columns is there. */
export function layoutOf(header: string, expected: ExpectedTable): Layout | string {
  const { table, constants = {} } = expected;
  const known = new Set(table.columns.flatMap(({ name }) => namesOf(expected, name)));
  const candidates = [...new Set([expected.delimiter, ...delimiters])].map((delimiter) => {
    const headers = splitFields(header, delimiter).values.map((name) => name.trim());
    return { delimiter, headers, hits: headers.filter((name) => known.has(name.toLowerCase())).length };
  });
  const { delimiter, headers } = candidates.reduce((best, next) => (next.hits > best.hits ? next : best));
  const lower = headers.map((name) => name.toLowerCase());
  const placeOf = new Map<string, number>();
  for (const { name } of table.columns) {
    if (constants[name] !== undefined) continue;
    const found = namesOf(expected, name).find((alias) => lower.includes(alias));
    if (found !== undefined) placeOf.set(name, lower.indexOf(found));
  }
  const keys = table.key.filter((name) => constants[name] === undefined);
  const isNeeded = ({ name, required }: Column) => required === true && constants[name] === undefined;
  const lacking = table.columns.filter((column) => isNeeded(column) && !placeOf.has(column.name));
  if (lacking.length > 0 || !keys.some((key) => placeOf.has(key))) {
    const names = (lacking.length > 0 ? lacking.map(({ name }) => name) : keys).map(
      (name) => expected.headers[name]?.[0] ?? name,
    );
    return `expected ${lacking.length > 0 ? '' : 'one of '}the columns ${names.join(', ')}, found ${describeHeader(header, headers)}`;
  }
  if (expected.someOf && !expected.someOf.some((name) => placeOf.has(name))) {
    const names = expected.someOf.map((name) => expected.headers[name]?.[0] ?? name);
    return `expected one of the columns ${names.join(', ')}, found ${describeHeader(header, headers)}`;
  }
  return layout(delimiter, headers, placeOf, expected);
}

function layout(
  delimiter: string,
  headers: readonly string[],
  placeOf: ReadonlyMap<string, number>,
  expected: ExpectedTable,
): Layout {
  const columnAt = new Map(
    expected.table.columns.flatMap((column) => {
      const place = placeOf.get(column.name);
      return place === undefined ? [] : [[place, column] as const];
    }),
  );
  const places = headers.map((_, place) => place);
  const kinds = places.map((place) => {
    const column = columnAt.get(place);
    if (column) return kindOf(column);
    return expected.keepsFurther && !nameless.test(headers[place]!) ? 'name' : undefined;
  });
  return {
    ...{ delimiter, headers, placeOf, kinds },
    columns: places.map((place) => columnAt.get(place)?.name),
    further: places.filter((place) => !columnAt.has(place) && !nameless.test(headers[place]!)),
    numbers: places.filter((place) => isNumeric(kinds[place])),
    text: places.find((place) => kinds[place] === 'text'),
    needed: places.filter((place) => columnAt.get(place)?.required === true),
  };
}

/** The layout of a file whose header lacks the name of the first column, as R writes row names. */
export function withRowNames(given: Layout, expected: ExpectedTable): Layout {
  const placeOf = new Map([...given.placeOf].map(([name, place]) => [name, place + 1]));
  return layout(given.delimiter, ['', ...given.headers], placeOf, expected);
}

function describeHeader(header: string, headers: readonly string[]): string {
  if (/^\s*<(!doctype|html|\?xml|head|body)/i.test(header)) return 'a web page';
  if (/^\s*[{[]/.test(header)) return 'JSON';
  if (headers.every((name) => name === '')) return 'a line without names';
  const shown = headers
    .slice(0, 12)
    .map((name) => (kindOfNumber(name) === 'number' ? 'a number' : quote(name)));
  return headers.length > 12 ? `${shown.join(', ')}, …` : shown.join(', ');
}

/** Whether fields could be a row: as many as the header has, and numbers where the table has numbers. */
export function isRow({ headers, numbers, text }: Layout, fields: readonly string[]): boolean {
  const width = headers.length;
  const fits = fields.length === width || (fields.length > width && text === width - 1);
  return fits && hasNumbers(numbers, fields) && numbers.some((at) => kindOfNumber(fields[at]!) === 'number');
}

/** Whether each field that should hold a number does, or the mark of one that is not there. */
export function hasNumbers(numbers: readonly number[], fields: readonly string[]): boolean {
  return numbers.every((at) => at >= fields.length || kindOfNumber(fields[at]!) !== 'other');
}
