import type { Random } from '../random.js';
import { type Area, heartAndVessels, lungs, others, zones } from './areas.js';
import { denied } from './assertion.js';
import { affirm, callNormal, deny, type Statement } from './statement.js';
import type { Tone } from './tone.js';

/** How often two sides that are both mentioned share a sentence. */
const TOGETHER = 0.85;

/** All sentences that the regions of a report need, in the usual order; each region is in at least one. */
export function drawStatements(tone: Tone, mentioned: ReadonlySet<string>): Statement[] {
  return [
    ...ofLungs(tone, mentioned),
    ...ofPleura(tone, mentioned),
    ...ofHeartAndVessels(tone, mentioned),
    ...others.flatMap((area) =>
      groups(tone.random, area, mentioned).map((group) => ofArea(tone, area, group)),
    ),
  ];
}

/** The mentioned regions of an area, in the groups that share a sentence. */
function groups(random: Random, area: Area, mentioned: ReadonlySet<string>): string[][] {
  const present = area.regions.filter((region) => mentioned.has(region));
  if (present.length === 0) return [];
  return random.chance(TOGETHER) ? [present] : present.map((region) => [region]);
}

function ofArea(tone: Tone, area: Area, regions: readonly string[]): Statement {
  if (!tone.isClean && tone.random.chance(area.abnormal)) {
    return affirm(tone, { label: tone.random.weighted(area.yes).label, regions, deniable: area.no });
  }
  return tone.random.chance(0.5)
    ? deny(tone, area.no, regions)
    : callNormal(tone, new Map(regions.map((region) => [region, area.no])));
}

function lungOf(region: string): string {
  return region.startsWith('left') ? 'left lung' : 'right lung';
}

function ofLungs(tone: Tone, mentioned: ReadonlySet<string>): Statement[] {
  const { random } = tone;
  const ofZones = zones.flatMap((area) =>
    groups(random, area, mentioned).map((group) => {
      const regions = [...group, ...group.map(lungOf).filter((lung) => mentioned.has(lung))];
      if (tone.isClean || !random.chance(area.abnormal)) return deny(tone, area.no, regions, group);
      return affirm(tone, {
        label: random.weighted(area.yes).label,
        regions,
        named: group,
        deniable: area.no,
      });
    }),
  );
  const sides = lungs.regions.filter((region) => mentioned.has(region));
  if (sides.length === 0 || (ofZones.length > 0 && random.chance(0.4))) return ofZones;
  if (!tone.isClean && random.chance(lungs.abnormal)) {
    const group = random.chance(0.8) ? sides : [random.pick(sides)];
    const label = random.weighted(lungs.yes).label;
    return [...ofZones, affirm(tone, { label, regions: group, deniable: lungs.no })];
  }
  const labels = lungs.no.filter((_, i) => (ofZones.length > 0 ? i >= 2 : random.chance(0.6)));
  return [...ofZones, deny(tone, labels.length > 0 ? labels : [lungs.no[0]!], sides)];
}

const pleural = ['right lung', 'right costophrenic angle', 'left lung', 'left costophrenic angle'];
const apical = ['right lung', 'right apical zone', 'left lung', 'left apical zone'];

function ofPleura(tone: Tone, mentioned: ReadonlySet<string>): Statement[] {
  const { random } = tone;
  const inAngles = random.chance(0.13) && mentioned.has('right costophrenic angle');
  const wet = pleural.filter((region) => mentioned.has(region) && !(inAngles && region.endsWith('lung')));
  const dry = apical.filter((region) => mentioned.has(region));
  const side = random.pick(['right', 'left']);
  const hasEffusion = !tone.isClean && random.chance(0.66);
  const mentionsAir = dry.length > 0 && random.chance(0.74);
  const hasAir =
    mentionsAir &&
    !tone.isClean &&
    random.chance(dry.some((region) => region.endsWith('zone')) ? 0.42 : 0.06);
  if (!hasEffusion && mentionsAir && !hasAir && wet.length > 0) return [neither(tone, wet, dry)];
  return [
    ...(wet.length === 0 ? [] : hasEffusion ? ofEffusion(tone, wet, side) : [withoutEffusion(tone, wet)]),
    ...(mentionsAir ? [hasAir ? ofAir(tone, dry, side) : deny(tone, ['pneumothorax'], dry)] : []),
  ];
}

/** One sentence that denies both: of the angles it denies fluid only, of the apices air only. */
function neither(tone: Tone, wet: readonly string[], dry: readonly string[]): Statement {
  const { text, cues } = deny(tone, ['pleural effusion', 'pneumothorax'], [...new Set([...wet, ...dry])]);
  const assertions = new Map(
    [...new Set([...wet, ...dry])].map((region) => [
      region,
      [
        ...(wet.includes(region) ? [denied('pleural effusion')] : []),
        ...(dry.includes(region) ? [denied('pneumothorax')] : []),
      ],
    ]),
  );
  return { text, assertions, cues };
}

function withoutEffusion(tone: Tone, regions: readonly string[]): Statement {
  return deny(tone, ['pleural effusion'], regions);
}

function ofEffusion(tone: Tone, regions: readonly string[], side: string): Statement[] {
  if (tone.random.chance(0.4)) return [effusion(tone, regions)];
  const [own, other] = [true, false].map((is) => regions.filter((region) => region.startsWith(side) === is));
  return [
    ...(own!.length > 0 ? [effusion(tone, own!)] : []),
    ...(other!.length > 0 ? [withoutEffusion(tone, other!)] : []),
  ];
}

/** Fluid that blunts the angle is at times described as that. */
function effusion(tone: Tone, regions: readonly string[]): Statement {
  const angles = regions.filter((region) => region.endsWith('angle'));
  if (angles.length === regions.length && tone.random.chance(0.4))
    return affirm(tone, { label: 'costophrenic angle blunting', regions });
  const named = angles.length > 0 ? angles : regions;
  return affirm(tone, { label: 'pleural effusion', regions, named });
}

function ofAir(tone: Tone, regions: readonly string[], side: string): Statement {
  const own = tone.random.chance(0.25) ? [] : regions.filter((region) => region.startsWith(side));
  return affirm(tone, { label: 'pneumothorax', regions: own.length > 0 ? own : regions });
}

function ofHeartAndVessels(tone: Tone, mentioned: ReadonlySet<string>): Statement[] {
  const normal = new Map<string, readonly string[]>();
  const abnormal: Statement[] = [];
  for (const area of heartAndVessels) {
    const present = area.regions.filter((region) => mentioned.has(region));
    if (present.length === 0) continue;
    if (tone.isClean || !tone.random.chance(area.abnormal)) {
      for (const region of present) normal.set(region, area.no);
    } else {
      const label = tone.random.weighted(area.yes).label;
      abnormal.push(affirm(tone, { label, regions: present, deniable: area.no }));
    }
  }
  return normal.size > 0 ? [...abnormal, callNormal(tone, normal)] : abnormal;
}
