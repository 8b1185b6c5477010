import { regions } from '../../vocabulary/index.js';
import rates from '../mention_rates.json' with { type: 'json' };
import type { Random } from '../random.js';

const rateOf = new Map<string, number>(Object.entries(rates));

/** How often a region is mentioned just when its mirror is. */
const PAIRED = 0.75;

/** Which regions a report mentions: each at its published rate, the two sides mostly together. */
export function drawMentions(random: Random): Set<string> {
  const at = new Map<string, number>();
  const mentioned = new Set<string>();
  for (const { bbox_name, mirror } of regions) {
    const own = random.next();
    const paired = mirror !== null && random.chance(PAIRED) ? at.get(mirror) : undefined;
    const drawn = paired ?? own;
    at.set(bbox_name, drawn);
    if (drawn < (rateOf.get(bbox_name) ?? 0)) mentioned.add(bbox_name);
  }
  if (mentioned.size === 0) mentioned.add('left lung');
  return mentioned;
}
