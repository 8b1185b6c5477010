import { quote } from '../diagnostics/quote.js';
import { LIMITS, type Limits } from '../limits.js';
import { identifier, literal } from '../schema/ddl.js';
import type { Column, Table } from '../schema/table.js';
import type { LineCounts } from '../warehouse/manifest.js';
import { createTempFile } from '../warehouse/temp_folder.js';
import { type Encoding, readUtf8 } from './bytes.js';
import { type ExpectedTable, namesOf } from './expected_table.js';
import { type DiagnosticsSink, FileDiagnostics } from './file_diagnostics.js';
import { type Head, readHead } from './header.js';
import type { Layout } from './layout.js';
import { LineScanner } from './line_scanner.js';
import { RowReader } from './row_reader.js';
import { decoded, Spool, spoolRows } from './spool.js';

export type { ExpectedTable } from './expected_table.js';
export type { DiagnosticsSink } from './file_diagnostics.js';

/** A text table that was read into a spool. */
export interface ReadTable {
  readonly expected: ExpectedTable;
  readonly layout: Layout;
  readonly spool: Spool;
  readonly diagnostics: FileDiagnostics;
  readonly counts: LineCounts;
}

/** Where to read and what to do with it. */
export interface ReadOptions {
  /** What messages call the file. */
  readonly name: string;
  /** Folder for the file of the rows. */
  readonly tempFolder: string;
  readonly sink: DiagnosticsSink;
  /** False: free text goes nowhere. */
  readonly withText: boolean;
  readonly limits?: Limits;
}

/**
 * Reads a text table: every physical line is a row, part of one, blank, or rejected.
 * @returns undefined when none of its key columns is there; that is reported
 */
export async function readTextTable(
  path: string,
  expected: ExpectedTable,
  { name, tempFolder, sink, withText, limits = LIMITS }: ReadOptions,
): Promise<ReadTable | undefined> {
  const diagnostics = new FileDiagnostics(name, sink, limits.diagnostics);
  let head: Head | string | undefined;
  let start = Buffer.alloc(0);
  let scan: { scanner: LineScanner; rows: RowReader; spool: Spool } | undefined;
  const open = (found: Head) => {
    const spool = new Spool(createTempFile(tempFolder, 'rows'), found.layout.delimiter);
    const rows = new RowReader(found.layout, spool, diagnostics, withText);
    const scanner = new LineScanner(rows, spool, diagnostics, found.lines);
    scanner.push(start.subarray(found.bytes));
    return { scanner, rows, spool };
  };
  const bytes = readUtf8(
    path,
    (encoding) => reportEncoding(encoding, diagnostics),
    (reason) =>
      diagnostics.file('broken_file', `expected a whole gzip file, found one that breaks off (${reason})`),
    limits,
  );
  for await (const chunk of bytes) {
    if (scan) {
      scan.scanner.push(chunk);
      continue;
    }
    start = Buffer.concat([start, chunk]);
    head = readHead(start, false, expected);
    if (typeof head === 'string') break;
    if (head) scan = open(head);
  }
  head ??= readHead(start, true, expected);
  if (typeof head !== 'object') {
    const fault = head ?? 'expected a header, found nothing';
    diagnostics.file('unreadable_input', withText ? fault : fault.replace(/, found '.*/s, ', found others'));
    return undefined;
  }
  const { scanner, rows, spool } = scan ?? open(head);
  scanner.finish();
  spool.finish();
  diagnostics.finish();
  reportHeader(head, expected, diagnostics, withText);
  const { lines, blankLines } = head;
  return {
    ...{ expected, layout: head.layout, spool, diagnostics },
    counts: {
      lines: scanner.line,
      header: lines - blankLines,
      blank: rows.blankLines + blankLines,
      continuation: rows.continuationLines,
    },
  };
}

/** What the header of a text table lacks, or undefined when it can be read. */
export async function faultOf(path: string, expected: ExpectedTable): Promise<string | undefined> {
  let start = Buffer.alloc(0);
  for await (const chunk of readUtf8(path, ignore, ignore)) {
    start = Buffer.concat([start, chunk]);
    const head = readHead(start, false, expected);
    if (head !== undefined) return typeof head === 'string' ? head : undefined;
  }
  const head = readHead(start, true, expected) ?? 'expected a header, found nothing';
  return typeof head === 'string' ? head : undefined;
}

function ignore(): void {}

function reportEncoding({ utf16 }: Encoding, diagnostics: FileDiagnostics): void {
  if (utf16) diagnostics.file('other_encoding', `${utf16}; read as such`);
}

function reportHeader(
  { layout, hasRowNames }: Head,
  expected: ExpectedTable,
  diagnostics: FileDiagnostics,
  withText: boolean,
): void {
  const { delimiter, headers, placeOf, further } = layout;
  if (delimiter !== expected.delimiter) {
    diagnostics.file('other_delimiter', `fields are separated by ${JSON.stringify(delimiter)}; read as such`);
  }
  if (hasRowNames) diagnostics.file('other_header', 'the first column has no name: row names; left out');
  const known = new Set([
    ...placeOf.keys(),
    ...(expected.optional ?? []),
    ...Object.keys(expected.constants ?? {}),
  ]);
  const missing = expected.table.columns.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (missing.length > 0) diagnostics.file('missing_columns', `no column for ${missing.join(', ')}; NULL`);
  const unknown = further.map((place) => headers[place]!).filter((name) => !isIgnored(name, expected));
  if (unknown.length > 0) {
    const fate = expected.keepsFurther ? 'kept as text' : 'left out';
    const names = withText ? unknown.map((name) => quote(name)).join(', ') : `${unknown.length} columns`;
    diagnostics.file('further_columns', `${names}; ${withText ? fate : 'left out'}`);
  }
}

const isIgnored = (name: string, { ignored = [] }: ExpectedTable) => ignored.includes(name.toLowerCase());

/** Columns of a file that its table does not know, as further columns of the table. */
export function furtherColumns({ expected, layout }: ReadTable): (Column & { readonly place: number })[] {
  if (!expected.keepsFurther) return [];
  const taken = new Set(expected.table.columns.flatMap(({ name }) => [name, ...namesOf(expected, name)]));
  return layout.further.flatMap((place) => {
    const name = layout.headers[place]!.toLowerCase().replace(/[^a-z0-9_]+/g, '_');
    if (taken.has(name) || isIgnored(name, expected)) return [];
    taken.add(name);
    return [{ name, type: 'VARCHAR' as const, description: 'as written in the file; not documented', place }];
  });
}

/** The rows of a text table as SQL, with the columns of `table`. */
export function tableRows(read: ReadTable, table: Table): string {
  const { expected, layout, spool } = read;
  const { constants = {}, derived = {}, joined = '' } = expected;
  const places = new Map([
    ...layout.placeOf,
    ...furtherColumns(read).map(({ name, place }) => [name, place] as const),
  ]);
  const values = table.columns.map((column) => {
    const constant = constants[column.name];
    const sql =
      constant === undefined ? valueAt(places.get(column.name), column, layout.delimiter) : literal(constant);
    return `${sql} as ${identifier(column.name)}`;
  });
  const rows = spoolRows(
    spool,
    layout.headers.map((_, place) => fieldName(place)),
  );
  const columns = table.columns.map(({ name }) => {
    const own = `file.${identifier(name)}`;
    return `${derived[name] ?? own} as ${identifier(name)}`;
  });
  return `select ${columns.join(', ')} from (select ${values.join(', ')} from ${rows}) as file ${joined}`;
}

const fieldName = (place: number) => `field ${place}`;

function valueAt(place: number | undefined, { type }: Column, delimiter: string): string {
  if (place === undefined) return `null::${type}`;
  const field = identifier(fieldName(place));
  return type === 'VARCHAR' ? decoded(field, delimiter) : `${field}::${type}`;
}
