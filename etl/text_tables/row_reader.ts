import type { IssueCode } from '../diagnostics/codes.js';
import { keepImageId, keepOfColumn } from '../vocabulary/withheld.js';
import { continues, type Fields, splitFields } from './fields.js';
import type { FileDiagnostics } from './file_diagnostics.js';
import { hasNumbers, isRow, type Layout } from './layout.js';
import { LONGEST_ROW, type Spool } from './spool.js';
import { type FieldKind, readField } from './values.js';

/** Lines that a quoted field may have. */
const MOST_LINES = 200;

/** Lines of a row whose quotes are still open. */
interface OpenRow {
  readonly line: number;
  readonly lines: string[];
  size: number;
}

/**
 * Reads the rows of a text table with care, line by line. What RFC 4180 allows is read so. Otherwise a row is kept as whole as it can be,
 * or rejected: a quote that never closes is text, also where a later quote would close it and rows between them would be lost; surplus
 * fields belong to the free text; a row that ends early is kept when its fields are those of their columns.
 */
export class RowReader {
  /** Lines without content, and lines that continue the row of an earlier one. */
  blankLines = 0;
  continuationLines = 0;
  #furtherLines = 0;
  #open: OpenRow | undefined;

  constructor(
    readonly layout: Layout,
    readonly spool: Spool,
    readonly diagnostics: FileDiagnostics,
    /** False: free text is left out. */
    readonly withText: boolean,
  ) {}

  /** Whether the next line may continue an earlier one. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Lines of the last line that was added beyond the first: they end in a lone CR. */
  takeFurtherLines(): number {
    const lines = this.#furtherLines;
    this.#furtherLines = 0;
    return lines;
  }

  /** Adds a line without its LF; a CR before it belongs to the line end unless quotes are open. */
  add(text: string, line: number): void {
    if (this.#open) this.#continue(this.#open, text, line);
    else this.#begin(text, line);
  }

  /** Ends the last row. */
  finish(): void {
    while (this.#open) this.#giveUp(this.#open);
  }

  #begin(text: string, line: number): void {
    const row = withoutCr(text);
    const fields = splitFields(row, this.layout.delimiter);
    if (fields.values.every(isBlank)) this.blankLines++;
    else if (fields.quotes === 'open') this.#open = { line, lines: [text], size: text.length };
    else if (row.includes('\r') && fields.values.length !== this.layout.headers.length) {
      this.#splitAtCr(row, line, fields);
    } else this.#accept(line, row, fields);
  }

  #splitAtCr(row: string, line: number, fields: Fields): void {
    const parts = row.split('\r');
    const isEach = parts.every((part) => isRow(this.layout, splitFields(part, this.layout.delimiter).values));
    if (!isEach) {
      this.#accept(line, row, fields);
      return;
    }
    this.#furtherLines += parts.length - 1;
    for (const [i, part] of parts.entries())
      this.#accept(line + i, part, splitFields(part, this.layout.delimiter));
  }

  #continue(open: OpenRow, text: string, line: number): void {
    const { delimiter, headers, text: freeText } = this.layout;
    const row = withoutCr(text);
    const found = continues(row, delimiter);
    const isTooLong = open.lines.length >= MOST_LINES || open.size + text.length > LONGEST_ROW / 4;
    if (found === 'stray' || isTooLong || this.#isRow(row)) {
      this.#giveUp(open);
      this.add(text, line);
      return;
    }
    open.lines.push(text);
    open.size += text.length;
    if (found === 'on') return;
    const fields = splitFields(withoutCr(open.lines.join('\n')), delimiter);
    if (fields.quotes === 'open') return;
    const width = fields.values.length;
    const fits = width === headers.length || (width > headers.length && freeText !== undefined);
    if (fields.quotes !== 'whole' || !fits) {
      this.#giveUp(open);
      return;
    }
    this.#open = undefined;
    this.continuationLines += open.lines.length - 1;
    this.#accept(open.line, '', fields);
  }

  #isRow(row: string): boolean {
    return (
      isRow(this.layout, row.split(this.layout.delimiter)) ||
      isRow(this.layout, splitFields(row, this.layout.delimiter).values)
    );
  }

  /** Takes the quote that is open for text, and reads the lines behind it anew. */
  #giveUp({ line, lines }: OpenRow): void {
    this.#open = undefined;
    const first = withoutCr(lines[0]!);
    this.#accept(line, first, { ...splitFields(first, this.layout.delimiter), quotes: 'stray' });
    for (let i = 1; i < lines.length; i++) this.add(lines[i]!, line + i);
  }

  /** @param row the row as written, or '' when it has several lines */
  #accept(line: number, row: string, { values, quotes }: Fields): void {
    const { delimiter, headers } = this.layout;
    if (row !== '' && quotes !== 'stray' && values.length !== headers.length) {
      const literal = row.split(delimiter);
      if (
        row.includes('"') &&
        literal.length === headers.length &&
        hasNumbers(this.layout.numbers, literal)
      ) {
        this.#accept(line, '', { values: literal, quotes: 'stray' });
        return;
      }
    }
    const fields = this.#fit(line, values);
    if (!fields) return;
    if (quotes === 'stray') {
      this.diagnostics.changed(
        'stray_quote',
        line,
        'a quote opens a field and does not end it; kept as text',
      );
    }
    if (quotes === 'escaped') {
      this.diagnostics.changed('stray_quote', line, 'quotes within a field have backslashes; left out');
    }
    this.#load(line, fields);
  }

  /** Adds a row to the spool, its fields as they are loaded. */
  #load(line: number, fields: string[]): void {
    const { headers, kinds, columns, needed } = this.layout;
    const changes: [IssueCode, string][] = [];
    for (const [place, kind] of kinds.entries()) {
      const isWithheld = !this.withText && (kind === 'text' || columns[place] === undefined);
      if (kind === undefined || isWithheld) {
        fields[place] = '';
        continue;
      }
      const { value, code, detail } = readField(kind, this.#kept(kind, place, fields[place]!, changes));
      fields[place] = value;
      if (code) changes.push([code, `${headers[place]}: ${detail}`]);
    }
    const lacking = needed.find((place) => fields[place] === '');
    if (lacking !== undefined) {
      this.diagnostics.reject('missing_key', line, `expected a value for ${headers[lacking]}, found none`);
      return;
    }
    for (const [code, detail] of changes) this.diagnostics.changed(code, line, detail);
    this.spool.addFields(line, fields);
  }

  /** What a build keeps of a field: without text, of a short text or an id only what is one. */
  #kept(kind: FieldKind, place: number, field: string, changes: [IssueCode, string][]): string {
    if (this.withText || (kind !== 'name' && kind !== 'image') || isBlank(field)) return field;
    const column = this.layout.columns[place]!;
    const keep = kind === 'image' ? keepImageId : keepOfColumn(column);
    const kept = keep(field.trim());
    if (kept === field.trim()) return field;
    changes.push(['withheld_text', `${column}: text of ${field.length} characters`]);
    return kept;
  }

  /** Brings a row to the width of the header, or rejects it. */
  #fit(line: number, values: string[]): string[] | undefined {
    const { headers, numbers, needed, text, delimiter } = this.layout;
    const [expected, found] = [headers.length, values.length];
    if (found === expected) return values;
    if (found > expected && text !== undefined) {
      const surplus = found - expected;
      const joined = values.slice(text, text + surplus + 1).join(delimiter);
      const fields = values.toSpliced(text, surplus + 1, joined);
      if (hasNumbers(numbers, fields)) {
        const detail = `expected ${expected} fields, found ${found}; the surplus is kept in ${headers[text]}`;
        this.diagnostics.changed('surplus_fields', line, detail);
        return fields;
      }
    } else if (found > expected && values.slice(expected).every(isBlank)) {
      const detail = `expected ${expected} fields, found ${found}, the surplus empty; left out`;
      this.diagnostics.changed('surplus_fields', line, detail);
      return values.slice(0, expected);
    } else if (found < expected && needed.every((at) => at < found) && this.#hasIds(values)) {
      const detail = `expected ${expected} fields, found ${found}; the others are NULL`;
      this.diagnostics.changed('missing_fields', line, detail);
      return [...values, ...Array<string>(expected - found).fill('')];
    }
    this.diagnostics.reject('field_count', line, `expected ${expected} fields, found ${found}`);
    return undefined;
  }

  /** Whether a row that ends early has the fields of its columns up to there. */
  #hasIds(values: readonly string[]): boolean {
    const numbers = this.layout.numbers.filter((at) => at < values.length);
    return numbers.length > 0 && isRowStart(numbers, values);
  }
}

function isRowStart(numbers: readonly number[], values: readonly string[]): boolean {
  return (
    hasNumbers(numbers, values) && values.some((value, at) => numbers.includes(at) && value.trim() !== '')
  );
}

/** Whether a field has no content; zero bytes are what a broken disk leaves. */
const isBlank = (field: string) => /^[\s\0]*$/.test(field);

const withoutCr = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text);
