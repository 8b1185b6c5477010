import type { SceneGraph } from './graph.js';

/** What a sound reader finds in scene graphs. */
export interface GraphCounts {
  images: number;
  objects: number;
  attribute_entries: number;
  /** Sentences of entries, and attribute strings of sentences. */
  attribute_phrases: number;
  attribute_strings: number;
  /** Distinct phrase_IDs of an image. */
  phrases: number;
  relationships: number;
}

/** Nothing counted yet. */
export function noCounts(): GraphCounts {
  return {
    images: 0,
    objects: 0,
    attribute_entries: 0,
    attribute_phrases: 0,
    attribute_strings: 0,
    phrases: 0,
    relationships: 0,
  };
}

/** Adds the counts of one graph. */
export function countGraph(counts: GraphCounts, graph: SceneGraph): void {
  counts.images++;
  counts.objects += graph.objects.length;
  counts.attribute_entries += graph.attributes.length;
  counts.relationships += graph.relationships.length;
  const phrases = new Set<string>();
  for (const { attributes, phrase_IDs } of graph.attributes) {
    counts.attribute_phrases += attributes.length;
    for (const strings of attributes) counts.attribute_strings += strings.length;
    for (const id of phrase_IDs) phrases.add(id);
  }
  counts.phrases += phrases.size;
}

/** Adds counts to others of the same names. */
export function addCounts<T extends { [name in keyof T]?: number }>(sum: T, counts: T): void {
  for (const [name, count] of Object.entries(counts) as [keyof T, number][]) {
    sum[name] = ((sum[name] ?? 0) + count) as T[keyof T];
  }
}
