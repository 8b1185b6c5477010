import type { Row } from '../../helpers/warehouse.js';
import { partsOf } from './graph.js';
import type { Release } from './release.js';
import { findings9, regions18 } from './vocabulary.js';

/** One comparison of each image of the splits: its last row of the table, dropped when that is of none of the nine findings. */
export function chexrelformer({ graphs, split }: Release): Row[] {
  const boxed = new Set(graphs.filter(({ objects }) => objects.length > 0).map(({ image_id }) => image_id));
  return graphs.flatMap(({ image_id, comparisons }) => {
    const table = comparisons
      .filter(({ bbox_name }) => regions18.has(bbox_name))
      .flatMap(({ object_id, comparisons: found, attributes }) =>
        attributes.map((attribute) => {
          const [category, , label_name] = partsOf(attribute);
          return {
            previous_image_id: object_id.split('_')[0]!,
            comparison: sorted(found),
            category,
            label_name,
          };
        }),
      )
      .filter(({ category }) => category === 'anatomicalfinding' || category === 'disease')
      .filter(({ comparison }) => ['improved', 'worsened', 'no change'].includes(comparison));
    const last = table.at(-1);
    if (!last || !findings9.has(last.label_name)) return [];
    if (!split.has(image_id) || !boxed.has(image_id) || !boxed.has(last.previous_image_id)) return [];
    const { previous_image_id, comparison } = last;
    return [{ image_id, previous_image_id, comparison }];
  });
}

function sorted(comparisons: readonly string[]): string {
  return [...new Set(comparisons)].sort().join(';;');
}
