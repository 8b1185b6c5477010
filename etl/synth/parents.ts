import { ancestors } from './concepts.js';
import type { SceneGraph } from './graph.js';

interface Mention {
  readonly place: number;
  readonly relation: string;
}

const others = new Set(['nlp', 'severity', 'temporal', 'texture', 'laterality']);

/** Affirmed findings of a region × their ancestors that the region does not mention, or denies: by the last mention. */
export function countParents({ attributes }: SceneGraph): Record<string, number> {
  const counts = { child_without_parent: 0, child_with_denied_parent: 0 };
  for (const relations of relationsByRegion(attributes).values()) {
    for (const [label, relation] of relations) {
      if (relation !== 'yes') continue;
      for (const ancestor of ancestors(label)) {
        const own = relations.get(ancestor);
        if (own === undefined) counts.child_without_parent++;
        if (own === 'no') counts.child_with_denied_parent++;
      }
    }
  }
  return counts;
}

/** By region and label: yes where the last mention is yes, in any category of findings. */
function relationsByRegion(entries: SceneGraph['attributes']): Map<string, Map<string, string>> {
  const regions = new Map<string, Map<string, Mention>>();
  for (const { bbox_name, phrase_IDs, attributes } of entries) {
    const last = regions.get(bbox_name) ?? new Map<string, Mention>();
    regions.set(bbox_name, last);
    for (const [i, strings] of attributes.entries()) {
      const number = Number(phrase_IDs[i]!.split('|')[1]);
      const place = Number.isNaN(number) ? Number.NEGATIVE_INFINITY : number;
      for (const string of strings) addMention(last, string, place);
    }
  }
  return new Map([...regions].map(([name, last]) => [name, byLabel(last)]));
}

function addMention(last: Map<string, Mention>, string: string, place: number): void {
  const [category_id, relation, label] = string.split('|') as [string, string, string];
  if (others.has(category_id) || (relation !== 'yes' && relation !== 'no')) return;
  const key = `${category_id}|${label}`;
  const known = last.get(key);
  const isLater = !known || place > known.place || (place === known.place && relation === 'yes');
  if (isLater) last.set(key, { place, relation });
}

function byLabel(last: ReadonlyMap<string, Mention>): Map<string, string> {
  const relations = new Map<string, string>();
  for (const [key, { relation }] of last) {
    const label = key.slice(key.indexOf('|') + 1);
    if (relations.get(label) !== 'yes') relations.set(label, relation);
  }
  return relations;
}
