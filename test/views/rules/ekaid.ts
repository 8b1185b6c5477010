import { regions } from '../../../etl/vocabulary/index.js';
import type { Row } from '../../helpers/warehouse.js';
import type { Release } from './release.js';

/** Every box of the 36 regions in the order of the graph; its class is the region's place among the 36. */
export function ekaid({ graphs }: Release): Row[] {
  const names = regions.filter(({ has_bbox }) => has_bbox).map(({ bbox_name }) => bbox_name);
  return graphs.flatMap(({ image_id, objects }) =>
    objects
      .filter(({ bbox_name }) => names.includes(bbox_name))
      .map((box) => ({
        image_id,
        object_index: box.object_index,
        class: names.indexOf(box.bbox_name),
        name: box.name,
        original_x1: box.original_x1,
        original_y1: box.original_y1,
        original_x2: box.original_x2,
        original_y2: box.original_y2,
        width: box.width,
        original_width: box.original_width,
      })),
  );
}
