import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../graph/issue.js';

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
export async function readSemantics(root: string, report: Report): Promise<Semantics> {
  const read = async <T>(name: string, parse: (text: string) => T): Promise<T | undefined> => {
    const text = await readFile(join(root, folder, name), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      return parse(text);
    } catch {
      report('unreadable_input', `${folder}/${name}`, 'expected the vocabulary in its documented form');
      return undefined;
    }
  };
  return {
    detectable: await read('objects_detectable_by_bbox_pipeline_v1.txt', lines),
    mentioned: await read('objects_extracted_from_reports_v1.txt', lines),
    attributes: await read('attribute_relations_v1.txt', lines),
    children: await read('label_to_UMLS_mapping.json', allChildren),
  } as Semantics;
}

/** One value a line, each line ended by a comma. */
function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '');
}

function allChildren(text: string): Record<string, string[]> {
  const children = (JSON.parse(text) as { all_children?: Record<string, string[]> }).all_children;
  if (!children || !Object.values(children).every(Array.isArray)) throw new Error('no all_children');
  return children;
}
