import type { Row } from '../../helpers/warehouse.js';
import type { Release } from './release.js';

/** A cell for each region and finding: affirmed by any sentence or by none, and whether sentences contradict each other. */
export function medvqa({ graphs }: Release): Row[] {
  return graphs.flatMap(({ image_id, phrases }) => {
    const cells = new Map<string, { row: Row; said: Set<boolean> }>();
    for (const { bbox_name, attributes } of phrases) {
      for (const [category_id, relation, label] of attributes) {
        if (['temporal', 'severity', 'laterality'].includes(category_id)) continue;
        const isNormal = category_id === 'nlp' && label === 'normal';
        const label_name = isNormal ? 'abnormal' : label;
        const key = JSON.stringify([bbox_name, category_id, label_name]);
        const cell = cells.get(key) ?? {
          row: { image_id, bbox_name, category_id, label_name },
          said: new Set(),
        };
        cell.said.add(isNormal ? relation === 'no' : relation === 'yes');
        cells.set(key, cell);
      }
    }
    return [...cells.values()].map(({ row, said }) => ({
      ...row,
      any_yes: said.has(true),
      is_contradiction: said.size === 2,
    }));
  });
}
