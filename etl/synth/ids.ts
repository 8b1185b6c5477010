import { Random, streams } from './random.js';

const RANGE = 10_000_000;
/** Shares no divisor with RANGE, so that its multiples take every number of the range once. */
const STEP = 6_180_339;

function scattered(seed: number, kind: number, index: number): number {
  const offset = new Random(seed, streams.ids, kind).whole(0, RANGE - 1);
  return ((index % RANGE) * STEP + offset) % RANGE;
}

/** MIMIC-shaped patient ids, 10000000–19999999, each index another one, neighbours far apart. */
export function patientId(seed: number, index: number): number {
  return 10_000_000 + scattered(seed, 1, index);
}

/** MIMIC-shaped study ids, 50000000–59999999, each index another one. */
export function studyId(seed: number, index: number): number {
  return 50_000_000 + scattered(seed, 2, index);
}

/** A dicom_id: five groups of eight hexadecimal digits. */
export function dicomId(random: Random): string {
  return Array.from({ length: 5 }, () => random.bits().toString(16).padStart(8, '0')).join('-');
}
