import { readFileSync } from 'node:fs';
import { usageError } from '../error.js';
import { foundInstead } from '../system_error.js';
import { CITATION_FORMAT, type Citation } from './citation.js';

/** Reads a citation that was written before. @throws UserError of wrong usage where the file is none */
export function readCitation(path: string): Citation {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw usageError(`cite --verify: expected a citation, found ${foundInstead(error)} at ${path}`);
  }
  try {
    const citation = JSON.parse(text);
    if (isCitation(citation)) return citation;
  } catch {}
  throw usageError(
    `cite --verify: expected a citation that imagenome cite --out has written, found something else in ${path}`,
  );
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasTexts = (value: unknown, names: readonly string[]) =>
  isObject(value) && names.every((name) => typeof value[name] === 'string');
const isList = (value: unknown, names: readonly string[]) =>
  Array.isArray(value) && value.every((one) => hasTexts(one, names));
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

/** Whether a JSON value has all that a citation has, each of its type. */
function isCitation(value: unknown): value is Citation {
  return (
    hasTexts(value, ['format', 'statement', 'sha256']) &&
    isObject(value) &&
    value.format === CITATION_FORMAT &&
    isCount(value.rows) &&
    isCount(value.distinct_keys) &&
    isList(value.keys, ['name', 'type']) &&
    (value.keys as unknown[]).length > 0 &&
    isList(value.rules, ['name', 'sha256']) &&
    hasTexts(value.warehouse, ['version', 'duckdb_version', 'input_fingerprint']) &&
    isCount((value.warehouse as Fields).format_version)
  );
}
