import type { Random } from '../random.js';

/** What reports add without saying more: no region, side, finding or change. */
const asides = [
  'although evaluation is limited by the portable technique and by overlying external leads',
  'with the caveat that the depth of inspiration differs from the usual one',
  'which should be correlated with the clinical presentation and with laboratory values',
  'for which further evaluation with a dedicated cross-sectional study can be considered if clinically warranted',
  'allowing for differences in patient position, exposure and technique between the available views',
  'as was discussed with the referring team by telephone at the time of dictation',
  'to the extent that this can be assessed on a single frontal view of the chest',
  'an appearance that is not specific and that may in part be due to overlapping soft tissues',
  'in keeping with the history that is given in the electronic record of the patient',
  'and short-term follow-up with a standard two-view examination is suggested to document this',
  'within the limits of this examination, which was obtained with the patient semi-upright',
  'which is of doubtful significance in the absence of corresponding symptoms',
];

/** A sentence, without its full stop, with an aside or two as often as `share` says. */
export function withAsides(random: Random, text: string, share: number): string {
  if (!random.chance(share)) return text;
  const first = random.pick(asides);
  const second = random.pick(asides);
  return [text, first, ...(second !== first && random.chance(0.35) ? [second] : [])].join(', ');
}
