import type { Row } from '../../helpers/warehouse.js';
import { partsOf } from './graph.js';
import type { Release } from './release.js';

const findings = [
  'consolidation',
  'pulmonary edema/hazy opacity',
  'pleural effusion',
  'pneumonia',
  'pneumothorax',
];

/** The direction that more than half of the votes of a pair of frontal images name, of five findings. */
export function msCxrT({ graphs, avoided }: Release): Row[] {
  const frontal = new Set(
    graphs
      .filter(({ viewpoint, image_id }) => /^(AP|PA)$/.test(viewpoint ?? '') && !avoided.has(image_id))
      .map(({ image_id }) => image_id),
  );
  return graphs.flatMap(({ image_id, comparisons }) => {
    const votes = new Map<string, { row: Row; of: Map<string, number> }>();
    for (const { object_id, comparisons: found, attributes } of comparisons) {
      const previous_image_id = object_id.split('_')[0]!;
      if (!frontal.has(image_id) || !frontal.has(previous_image_id)) continue;
      const affirmed = attributes
        .map(partsOf)
        .filter(([, relation, label]) => relation === 'yes' && findings.includes(label));
      for (const label_name of new Set(affirmed.map(([, , label]) => label))) {
        const key = `${previous_image_id}|${label_name}`;
        const pair = votes.get(key) ?? { row: { image_id, previous_image_id, label_name }, of: new Map() };
        for (const direction of new Set(found)) {
          if (!['improved', 'worsened', 'no change'].includes(direction)) continue;
          pair.of.set(direction, (pair.of.get(direction) ?? 0) + 1);
        }
        votes.set(key, pair);
      }
    }
    return [...votes.values()].flatMap(({ row, of }) => {
      const all = [...of.values()].reduce((sum, n) => sum + n, 0);
      const winner = [...of].find(([, n]) => 2 * n > all);
      return winner ? [{ ...row, progression: winner[0] }] : [];
    });
  });
}
