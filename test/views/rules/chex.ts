import type { Row } from '../../helpers/warehouse.js';
import type { RawBox, RawGraph } from './graph.js';
import type { Release } from './release.js';

/** Findings and diseases of an image by any region, and both verdicts of every image: normal is what is not abnormal. */
export function chex({ graphs, avoided }: Release): Row[] {
  return graphs
    .filter(({ viewpoint }) => viewpoint === 'AP' || viewpoint === 'PA')
    .filter(({ image_id, objects }) => !avoided.has(image_id) && usableRegions(objects) >= 5)
    .flatMap((graph) => [...mentionedOf(graph), ...verdictsOf(graph)]);
}

/** Regions with a box of some area within the frame; two boxes of a region are one. */
function usableRegions(objects: readonly RawBox[]): number {
  const usable = objects.filter(({ x1, y1, x2, y2 }) => {
    if (x1 === null || y1 === null || x2 === null || y2 === null) return false;
    const [left, top] = [Math.max(x1, 0), Math.max(y1, 0)];
    return Math.min(x2, 224) > left && Math.min(y2, 224) > top;
  });
  return new Set(usable.map(({ bbox_name }) => bbox_name)).size;
}

function mentionedOf({ image_id, phrases }: RawGraph): Row[] {
  const rows = new Map<string, Row>();
  for (const [category_id, relation, label_name] of phrases.flatMap(({ attributes }) => attributes)) {
    if (category_id !== 'anatomicalfinding' && category_id !== 'disease') continue;
    const key = `${category_id}|${label_name}`;
    const before = rows.get(key)?.any_yes === true;
    rows.set(key, { image_id, category_id, label_name, any_yes: before || relation === 'yes' });
  }
  return [...rows.values()];
}

function verdictsOf({ image_id, phrases }: RawGraph): Row[] {
  const said = new Set(phrases.flatMap(({ attributes }) => attributes.map((parts) => parts.join('|'))));
  const abnormal = said.has('nlp|yes|abnormal');
  return [
    { image_id, category_id: 'nlp', label_name: 'abnormal', any_yes: abnormal },
    { image_id, category_id: 'nlp', label_name: 'normal', any_yes: !abnormal },
  ];
}
