import type { SceneGraph } from './graph.js';
import { FRAME } from './size.js';

/** Relations of findings and verdicts of a region, affirmed or denied, and those of them whose image has no usable box of it. */
export type RelationsByRegion = Record<string, { relations: number; without_box: number }>;

const modifiers = new Set(['severity', 'temporal', 'texture', 'laterality']);

/** Adds the relations of one graph. */
export function addRelations(sum: RelationsByRegion, { objects, attributes }: SceneGraph): void {
  const boxed = new Set(objects.filter(isUsable).map(({ bbox_name }) => bbox_name));
  for (const { bbox_name, attributes: strings } of attributes) {
    const relations = strings.flat().filter((string) => {
      const [category_id, relation] = string.split('|') as [string, string];
      return (relation === 'yes' || relation === 'no') && !modifiers.has(category_id);
    }).length;
    addRegion(sum, bbox_name, { relations, without_box: boxed.has(bbox_name) ? 0 : relations });
  }
}

/** Adds the relations of several graphs. */
export function mergeRelations(sum: RelationsByRegion, counted: RelationsByRegion): void {
  for (const [bbox_name, counts] of Object.entries(counted)) addRegion(sum, bbox_name, counts);
}

function addRegion(sum: RelationsByRegion, bbox_name: string, counts: RelationsByRegion[string]): void {
  const { relations, without_box } = sum[bbox_name] ?? { relations: 0, without_box: 0 };
  sum[bbox_name] = {
    relations: relations + counts.relations,
    without_box: without_box + counts.without_box,
  };
}

/** True for a box with an area within the 224 frame; corners may be null in a faulty graph. */
function isUsable({ x1, y1, x2, y2 }: SceneGraph['objects'][number]): boolean {
  if ([x1, y1, x2, y2].some((value) => value === null)) return false;
  return x1 < x2 && y1 < y2 && x2 > 0 && y2 > 0 && x1 < FRAME && y1 < FRAME;
}
