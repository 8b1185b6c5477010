import { ancestors, attributeString } from '../concepts.js';
import { habits } from '../habits.js';
import type { Random } from '../random.js';
import type { Assertion } from './assertion.js';
import type { Cues } from './cues.js';

/**
 * The attribute strings of one region: findings with all that they imply, now and then a modifier among them,
 * and mostly whether the region is normal.
 */
export function attributeStrings(random: Random, assertions: readonly Assertion[], cues: Cues): string[] {
  const strings = new Set<string>();
  for (const { label, relation } of assertions) {
    strings.add(attributeString(label, relation));
    if (relation === 'yes')
      for (const parent of ancestors(label)) strings.add(attributeString(parent, 'yes'));
  }
  for (const kind of ['severity', 'temporal', 'texture'] as const) {
    if (cues[kind] !== null && random.chance(0.06)) strings.add(`${kind}|yes|${cues[kind]}`);
  }
  if (random.chance(0.01)) strings.add(`laterality|yes|${random.pick(['left', 'right', 'bilateral'])}`);
  const isAbnormal = assertions.some(({ relation }) => relation === 'yes');
  if (isAbnormal && random.chance(habits.findingNotAbnormal)) return [...strings];
  if (isAbnormal) strings.add(attributeString('abnormal', 'yes'));
  else if (random.chance(0.75)) strings.add(attributeString('normal', 'yes'));
  return [...strings];
}
