import type { IssueCode } from '../diagnostics/codes.js';
import { Issues } from '../diagnostics/issues.js';
import { Rejection } from '../diagnostics/rejection.js';
import { isObject, type JsonObject } from '../graph/json.js';
import { parseGraph } from '../graph/parse.js';
import { describeContent, Unreadable } from './unreadable.js';

/** What `label_to_UMLS_mapping.json` says. */
export interface Ontology {
  /** Parent → all its descendants, of regions and findings alike. */
  readonly children: Readonly<Record<string, readonly string[]>> | undefined;
  /** Finding → regions where it may be. */
  readonly possible: Readonly<Record<string, readonly string[]>> | undefined;
  /** Concept ids of regions and findings by name. */
  readonly concepts: ReadonlyMap<string, readonly string[]>;
}

const CHILDREN = 'all_children';
const POSSIBLE = 'possible_attribute_of';

/** A UMLS concept id, or one of the dataset's own (CL…). */
const conceptId = /^C[0-9]{7}$|^CL[0-9]{4,}$/;

/**
 * Reads the ontology of a release. Its keys for concept ids are not public: any object that gives names of concepts, or concepts
 * of names, is taken. Bare NaN is null; a list element that is no text is left out, and reported.
 * @throws Unreadable
 */
export function readOntology(bytes: Buffer, report: (code: IssueCode, detail: string) => void): Ontology {
  const root = parse(bytes, report);
  const lists = (key: string) => {
    const value = root[key];
    if (value === undefined || value === null) return undefined;
    if (!isObject(value)) {
      throw new Unreadable(`expected ${key} to be an object of lists of names, found another value`);
    }
    return namesByKey(value, key, report);
  };
  const children = lists(CHILDREN);
  const possible = lists(POSSIBLE);
  const concepts = new Map<string, string[]>();
  for (const [key, value] of Object.entries(root)) {
    if (key !== CHILDREN && key !== POSSIBLE && isObject(value)) addConcepts(value, concepts);
  }
  if (!children && !possible && concepts.size === 0) {
    throw new Unreadable(`expected an object with ${CHILDREN} or ${POSSIBLE}, found one without`);
  }
  return { children, possible, concepts };
}

function parse(bytes: Buffer, report: (code: IssueCode, detail: string) => void): JsonObject {
  const issues = new Issues();
  try {
    return parseGraph(bytes, issues);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const found =
      error.code === 'not_an_object'
        ? 'another JSON value'
        : describeContent(bytes.toString('utf8', 0, 2000));
    throw new Unreadable(
      `expected one JSON object, found ${found === 'JSON' ? 'JSON that does not parse' : found}`,
    );
  } finally {
    for (const { code, detail } of issues.list) if (code !== 'byte_order_mark') report(code, detail);
  }
}

function namesByKey(
  object: JsonObject,
  key: string,
  report: (code: IssueCode, detail: string) => void,
): Record<string, string[]> {
  let lost = 0;
  const entries = Object.entries(object).map(([name, value]) => {
    const elements = Array.isArray(value) ? value : [value];
    const names = elements.filter((element) => typeof element === 'string');
    lost += elements.length - names.length;
    return [name, names] as const;
  });
  if (lost > 0) report('wrong_type_ignored', `${key}: ${lost} values that are no text; left out`);
  return Object.fromEntries(entries);
}

/** Takes name → concepts and concept → names, whatever lies between. */
function addConcepts(object: JsonObject, concepts: Map<string, string[]>): void {
  for (const [key, value] of Object.entries(object)) {
    const texts = textsOf(value);
    const ids = texts.flatMap((text) => text.split(';;')).filter((text) => conceptId.test(text));
    if (conceptId.test(key)) for (const text of texts) add(concepts, text, [key]);
    else if (ids.length > 0) add(concepts, key, ids);
  }
}

function add(concepts: Map<string, string[]>, name: string, ids: readonly string[]): void {
  if (conceptId.test(name)) return;
  concepts.set(name, [...new Set([...(concepts.get(name) ?? []), ...ids])]);
}

/** The texts of a value, two levels down. */
function textsOf(value: unknown, depth = 2): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  return Object.values(value).flatMap((inner) => textsOf(inner, depth - 1));
}
