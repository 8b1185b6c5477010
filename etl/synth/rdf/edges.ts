import { seedParents } from '../../vocabulary/index.js';
import { findingByName, regionByName } from '../concepts.js';
import type { Exam } from '../exam.js';
import { lastMentions } from './last_mentions.js';

/** A node: `name|CUI`, several CUIs joined by `;;` (of a study its id), and its type. */
type Node = readonly [id: string, type: string];

/** An edge of the enriched RDF. */
export type Edge = readonly [Node, Node, relation: string];

/**
 * The edges of a study: its locations; what the last mention of each finding says of a location; parents and children among the
 * affirmed findings of one location, each once. How the release spells relation names is not public, but for the parts
 * that readers look for: NOT, annotation, p2c and c2p.
 */
export function rdfEdges({ study, report }: Exam): Edge[] {
  const ofStudy: Node = [String(study.study_id), 'study_id'];
  const families = new Map<string, Edge>();
  const edges: Edge[] = [];
  for (const [bbox_name, relations] of lastMentions(report)) {
    const location: Node = [`${bbox_name}|${regionByName.get(bbox_name)!.cuis}`, 'location'];
    edges.push([location, ofStudy, 'has_location']);
    for (const [label, relation] of relations) {
      const finding = nodeOf(label);
      edges.push([finding, location, relation === 'no' ? `NOT_${finding[1]}` : finding[1]]);
    }
    for (const { label_name, parent } of seedParents.labels) {
      if (relations.get(label_name) !== 'yes' || relations.get(parent) !== 'yes') continue;
      const [child, above] = [nodeOf(label_name), nodeOf(parent)];
      families.set(`${label_name}|${parent}`, [above, child, 'p2c']);
      families.set(`${parent}|${label_name}`, [child, above, 'c2p']);
    }
  }
  return [...edges, ...families.values()];
}

function nodeOf(label: string): Node {
  const { category_id, cuis } = findingByName.get(label)!;
  return [`${label}|${cuis}`, `${category_id}_annotation`];
}
