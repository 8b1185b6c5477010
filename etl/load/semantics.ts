import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddIssue } from '../diagnostics/issue.js';

/** The vocabulary that a release states in its `semantics/` folder; a part is undefined where its file is absent. */
export interface Semantics {
  /** Regions that the box pipeline detects, and regions that reports mention. */
  readonly detectable?: readonly string[];
  readonly mentioned?: readonly string[];
  /** `category|relation|label` strings. */
  readonly attributes?: readonly string[];
  /** Parent → all its descendants, of regions and findings alike. */
  readonly children?: Readonly<Record<string, readonly string[]>>;
}

const folder = 'semantics';

/** Reads the `semantics/` files of a release; one that does not read is reported and left out. */
export async function readSemantics(root: string, report: AddIssue): Promise<Semantics> {
  const read = async <T>(name: string, parse: (text: string) => T): Promise<T | undefined> => {
    const path = join(root, folder, name);
    if (!existsSync(path)) return undefined;
    try {
      return parse(decoder.decode(await readFile(path)));
    } catch {
      report('unreadable_input', `${folder}/${name}`, 'expected the vocabulary in its documented form');
      return undefined;
    }
  };
  return {
    detectable: await read('objects_detectable_by_bbox_pipeline_v1.txt', lines),
    mentioned: await read('objects_extracted_from_reports_v1.txt', lines),
    attributes: await read('attribute_relations_v1.txt', attributeStrings),
    children: await read('label_to_UMLS_mapping.json', allChildren),
  } as Semantics;
}

/** UTF-8, a byte-order mark left out; throws where it is none. */
const decoder = new TextDecoder('utf-8', { fatal: true });

/** One value a line, each line ended by a comma. */
function lines(text: string): string[] {
  const values = text
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '');
  if (values.length === 0 || values.some((value) => /[<>{}"\0]/.test(value)))
    throw new Error('no list of names');
  return values;
}

function attributeStrings(text: string): string[] {
  const values = lines(text);
  if (values.some((value) => value.split('|').length < 3)) throw new Error('no attribute strings');
  return values;
}

function allChildren(text: string): Record<string, string[]> {
  const children: unknown = JSON.parse(text).all_children;
  const isObject = typeof children === 'object' && children !== null && !Array.isArray(children);
  if (!isObject || !Object.values(children).every(isTextList)) {
    throw new Error('no all_children');
  }
  return children as Record<string, string[]>;
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((element) => typeof element === 'string');
}
