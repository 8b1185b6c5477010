import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { InputFileId } from '../discover/known_files.js';
import { comparisons, labels, regions } from '../vocabulary/index.js';
import type { PublishedFile } from './published.js';

/** What the vocabulary files of the release should hold, by their id: the lists that ship with the project. */
export const assumedLists: Readonly<Partial<Record<InputFileId, readonly string[]>>> = {
  detectable_regions: regions.filter(({ has_bbox }) => has_bbox).map(({ bbox_name }) => bbox_name),
  mentioned_regions: regions
    .filter(({ in_29, has_bbox, bbox_name }) => in_29 || (!has_bbox && bbox_name !== 'unknown'))
    .map(({ bbox_name }) => bbox_name),
  attribute_relations: labels
    .filter(({ is_cue }) => !is_cue)
    .map(({ category_id, label_name }) => `${category_id}|yes|${label_name}`),
  comparison_relations: comparisons.map((name) => `comparison|yes|${name}`),
  ontology: ['all_children', 'possible_attribute_of'],
};

/** Compares a vocabulary file with what ships: the lines of a list, the first keys of the ontology. */
export async function compareList(path: string, id: InputFileId): Promise<Partial<PublishedFile>> {
  const assumed = assumedLists[id]!;
  const bytes = await readFile(path);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const values =
    id === 'ontology' ? Object.keys(JSON.parse(text.replace(/\bNaN\b/g, 'null'))) : linesOf(text);
  const found = new Set(values);
  const known = assumed.filter((value) => found.has(value));
  return {
    known_values: known.length,
    missing_values: assumed.filter((value) => !found.has(value)),
    other_values: found.size - known.length,
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '');
}
