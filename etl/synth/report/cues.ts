import type { Comparison } from '../concepts.js';
import type { Random } from '../random.js';
import type { Tone } from './tone.js';

/** Values of the cues of a sentence, by kind. */
export interface Cues {
  readonly comparison: Comparison | null;
  readonly temporal: 'acute' | 'chronic' | null;
  readonly severity: 'hedge' | 'mild' | 'moderate' | 'severe' | null;
  readonly texture: 'opacity' | 'alveolar' | 'interstitial' | 'calcified' | 'lucency' | null;
}

export const noCues: Cues = { comparison: null, temporal: null, severity: null, texture: null };

/** The cues of a sentence that affirms a finding. */
export function drawCues({ random, isFollowUp }: Tone, label: string): Cues {
  const isOpacity = /opacity|consolidation|edema|markings/.test(label);
  return {
    comparison: isFollowUp && random.chance(0.74) ? drawComparison(random) : null,
    temporal: random.chance(0.1) ? random.pick(['acute', 'chronic'] as const) : null,
    severity: random.chance(0.45)
      ? random.pick(['hedge', 'hedge', 'mild', 'mild', 'moderate', 'severe'] as const)
      : null,
    texture: random.chance(isOpacity ? 0.3 : 0.02)
      ? random.pick(['opacity', 'alveolar', 'interstitial', 'calcified', 'lucency'] as const)
      : null,
  };
}

function drawComparison(random: Random): Comparison {
  return random.weighted([
    { value: 'no change' as const, weight: 47 },
    { value: 'worsened' as const, weight: 33 },
    { value: 'improved' as const, weight: 20 },
  ]).value;
}
