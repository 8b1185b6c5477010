import type { Random } from '../random.js';
import { isLungPart, isSided, type Stated } from './stated.js';
import { listed } from './words.js';

/**
 * The place of what a sentence describes, e.g. `the right lung`, `both lower lung zones`; without the side `the lungs`, without place
 * and side at times nothing. Regions of one side are always named with it, parts of the lung only when the place is stated.
 */
export function placePhrase(random: Random, regions: readonly string[], stated: Stated): string {
  const named = [...new Set(stated.place ? regions : regions.map(wholeLung))].filter(
    (region) => region !== 'unknown',
  );
  if (named.length === 0) return 'the field of view';
  const sidesOf = new Map<string, string[]>();
  for (const region of named) {
    const [side, noun] = isSided(region) ? halves(region) : ['', region];
    sidesOf.set(noun, [...(sidesOf.get(noun) ?? []), side]);
  }
  if (!stated.side && !stated.place && sidesOf.size === 1 && sidesOf.has('lung') && random.chance(0.5))
    return '';
  return listed(
    [...sidesOf].map(([noun, sides]) => {
      if (sides.length === 1) return `the ${[...sides, noun].join(' ').trim()}`;
      if (!stated.side) return `the ${plural(noun)}`;
      return random.chance(0.5) ? `the right and left ${noun}` : `both ${plural(noun)}`;
    }),
    'and',
  );
}

/** Side and place of a finding of regions that have none, e.g. `more so on the left`; null where neither is stated. */
export function vicinity(random: Random, regions: readonly string[], { side, place }: Stated): string | null {
  const adds = {
    side: side && !regions.some(isSided),
    place: place && !regions.some((region) => isLungPart(region) || region.endsWith(' lung')),
  };
  const name = random.pick(['right', 'left']);
  const part = random.pick(['upper lung zone', 'lower lung zone', 'hilar structures']);
  if (adds.side && adds.place) return `reaching toward the ${name} ${part}`;
  if (adds.side) return `more so on the ${name}`;
  return adds.place ? `close to the ${plural(part)}` : null;
}

function wholeLung(region: string): string {
  return isLungPart(region) ? `${halves(region)[0]} lung` : region;
}

function halves(region: string): [side: string, noun: string] {
  const at = region.indexOf(' ');
  return [region.slice(0, at), region.slice(at + 1)];
}

function plural(noun: string): string {
  return noun.endsWith('s') ? noun : `${noun}s`;
}
