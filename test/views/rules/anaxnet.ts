import type { Row } from '../../helpers/warehouse.js';
import type { Release } from './release.js';
import { findings9, regions18 } from './vocabulary.js';

/** Nine findings of 18 regions that have an object, for images of the splits: what the loop writes last stands. */
export function anaxnet({ graphs, split }: Release): Row[] {
  return graphs
    .filter(({ image_id }) => split.has(image_id))
    .flatMap(({ image_id, objects, phrases }) => {
      const written = new Map<string, Row>();
      for (const { bbox_name, attributes } of phrases) {
        if (!regions18.has(bbox_name) || !objects.some((object) => object.bbox_name === bbox_name)) continue;
        for (const [, relation, label_name] of attributes) {
          if (!findings9.has(label_name)) continue;
          written.set(`${bbox_name}|${label_name}`, { image_id, bbox_name, label_name, relation });
        }
      }
      return [...written.values()];
    });
}
