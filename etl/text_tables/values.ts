import type { IssueCode } from '../diagnostics/codes.js';
import type { Column } from '../schema/table.js';

/**
 * What a field holds: id and whole are whole numbers (an id a positive one), fraction any number, image the id of an image, name a
 * short text, text free text.
 */
export type FieldKind = 'id' | 'whole' | 'fraction' | 'image' | 'name' | 'text';

/** A field as it is loaded: '' is NULL. */
export interface FieldValue {
  readonly value: string;
  /** What was changed, where more than an empty field is NULL. */
  readonly code?: IssueCode;
  readonly detail?: string;
}

/** What statistics programs write for a value that is not there, lower case. */
const nullMarks = new Set(['nan', 'na', 'n/a', '#n/a', '<na>', 'nat', 'null', 'none']);
/** Longest of them. */
export const LONGEST_MARK = 4;

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const plainWhole = /^[+-]?\d+(\.0*)?$/;
const scientific = /^[+-]?\d(\.\d{0,15})?[eE][+]?\d{1,2}$/;
const infinity = /^[+-]?inf(inity)?$/i;
const suffix = /(\.(dcm|jpe?g))+$/i;
const GREATEST = 2 ** 31 - 1;

/** The kind of a column's fields. */
export function kindOf({ name, type, freeText }: Column): FieldKind {
  if (type === 'INTEGER') return /(^|_)(patient|study)_id$/.test(name) ? 'id' : 'whole';
  if (type === 'DOUBLE') return 'fraction';
  if (freeText !== undefined) return 'text';
  return /(^|_)image_id$/.test(name) ? 'image' : 'name';
}

/** True for kinds that are numbers. */
export const isNumeric = (kind: FieldKind | undefined) =>
  kind === 'id' || kind === 'whole' || kind === 'fraction';

/** A number, the mark of one that is not there, or other text. */
export function kindOfNumber(field: string): 'number' | 'absent' | 'other' {
  const text = trimmed(field);
  if (decimal.test(text)) return 'number';
  return text === '' || isMark(text) || infinity.test(text) ? 'absent' : 'other';
}

/** Reads a field. A number is never rounded: an id that is none is NULL. */
export function readField(kind: FieldKind, field: string): FieldValue {
  if (field === '' || kind === 'text') return { value: field };
  const text = trimmed(field);
  if (text === '') return { value: '' };
  if (isMark(text)) return absent;
  if (kind === 'name') return { value: field };
  if (kind === 'image') return imageId(field, text);
  if (infinity.test(text)) return absent;
  const value = kind === 'fraction' ? fraction(text) : whole(text, kind === 'id');
  if (value !== undefined) return { value };
  const expected =
    kind === 'fraction' ? 'a number' : kind === 'id' ? 'a whole positive number' : 'a whole number';
  return {
    value: '',
    code: 'wrong_type_ignored',
    detail: `expected ${expected}, found ${shown(text)}; NULL`,
  };
}

const absent: FieldValue = { value: '', code: 'nan', detail: 'no value (nan or the like); NULL' };

function imageId(field: string, text: string): FieldValue {
  const value = text.replace(suffix, '');
  if (text === field) return { value };
  return { value, code: 'padded_value', detail: 'blanks around the id; left out' };
}

/** A whole number, also where R or pandas write it as a decimal. */
function whole(text: string, isPositive: boolean): string | undefined {
  if (!plainWhole.test(text) && !scientific.test(text)) return undefined;
  const value = Number(text);
  const isWithin = Math.abs(value) <= GREATEST && (!isPositive || value > 0);
  return Number.isInteger(value) && isWithin ? String(value + 0) : undefined;
}

function fraction(text: string): string | undefined {
  if (!decimal.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? String(value) : undefined;
}

/** Without blanks, and the zero bytes that a broken disk leaves, on both sides. */
function trimmed(field: string): string {
  const text = field.trim();
  return text.includes('\0') ? text.replace(/^[\0\s]+|[\0\s]+$/g, '') : text;
}

function isMark(text: string): boolean {
  return text.length <= LONGEST_MARK && nullMarks.has(text.toLowerCase());
}

function shown(text: string): string {
  return /^[\d.,+\-a-fA-FxX_ ]{1,30}$/.test(text) ? `'${text}'` : `text of ${text.length} characters`;
}
