import { regions } from '../../vocabulary/index.js';
import { classOf } from '../finding_classes.js';
import { habits } from '../habits.js';
import type { Random } from '../random.js';

/** What a sentence names of the regions that it describes: their side, and a place below the lung. */
export interface Stated {
  readonly side: boolean;
  readonly place: boolean;
}

const mirrorOf = new Map(regions.map(({ bbox_name, mirror }) => [bbox_name, mirror]));

/** True for a region with a counterpart on the other side. */
export function isSided(region: string): boolean {
  return mirrorOf.get(region) != null;
}

/** True where all sided regions are there with their counterparts, so that a sentence may leave the side out. */
export function areMirrored(regions: readonly string[]): boolean {
  const all = new Set(regions);
  return regions.every((region) => !isSided(region) || all.has(mirrorOf.get(region)!));
}

/** True for a part of a lung. */
export function isLungPart(region: string): boolean {
  return /(zone|hilar structures|costophrenic angle)$/.test(region);
}

/** What keeps the shares of a release from being those of its sentences. */
interface Correction {
  /** Share of the positive images whose sentence names a side anyway: of a finding on one side, or another sentence of the finding. */
  readonly namedAnyway: number;
  /** How much more often a place has to be named where there is one, because other sentences have the lungs as a whole. */
  readonly placeable: number;
}

/** By class of finding, found by trial: with these a release has the published shares (test/synth/habits.test.ts). */
const corrections: Readonly<Record<string, Correction>> = {
  Atelectasis: { namedAnyway: 0.5, placeable: 1.02 },
  Cardiomegaly: { namedAnyway: 0, placeable: 1.1 },
  Consolidation: { namedAnyway: 0, placeable: 1.15 },
  Edema: { namedAnyway: 0.22, placeable: 1.7 },
  'Enlarged Cardiomediastinum': { namedAnyway: 0, placeable: 1.1 },
  Fracture: { namedAnyway: 0.42, placeable: 1.05 },
  'Lung Opacity': { namedAnyway: 0.3, placeable: 0.4 },
  'Pleural Effusion': { namedAnyway: 0.65, placeable: 1.15 },
  'Pleural Other': { namedAnyway: 0.3, placeable: 1.4 },
  Pneumonia: { namedAnyway: 0.52, placeable: 1.12 },
  Pneumothorax: { namedAnyway: 0.8, placeable: 1.6 },
  'Support Devices': { namedAnyway: 0.36, placeable: 1 },
};
const noCorrection: Correction = { namedAnyway: 0.3, placeable: 1.1 };

/** What a sentence names that affirms a label in some regions: one side it must name, both sides it may leave out. */
export function drawStated(random: Random, label: string, regions: readonly string[]): Stated {
  const name = classOf(label) ?? '';
  const shares = habits.statedByClass[name] ?? habits.statedOtherwise;
  const { namedAnyway, placeable } = corrections[name] ?? noCorrection;
  return {
    side:
      !areMirrored(regions) || random.chance(Math.max((shares.side - namedAnyway) / (1 - namedAnyway), 0)),
    place: random.chance(shares.place * placeable),
  };
}

/** What a sentence names that denies labels, or calls regions normal. */
export function drawDenied(random: Random, regions: readonly string[]): Stated {
  return {
    side: !areMirrored(regions) || random.chance(habits.deniedWithSide),
    place: random.chance(habits.deniedWithPlace),
  };
}
