import { habits } from './habits.js';
import { dicomId, studyId } from './ids.js';
import type { Random } from './random.js';
import { drawSize, type Size } from './size.js';

/** One X-ray image of a study. */
export interface Image extends Size {
  readonly dicom_id: string;
  readonly view: 'AP' | 'PA' | 'LATERAL' | 'LL';
  /** Frontal images have a scene graph; a very few do not. */
  readonly has_graph: boolean;
}

/** One exam of a patient. */
export interface Study {
  readonly study_id: number;
  /** Rank among all studies of the patient, from 1; studies without a frontal image leave gaps among the graphs. */
  readonly order: number;
  /** Shifted wall clock, milliseconds since 1970. */
  readonly time: number;
  readonly age_decile: string;
  /** The graphs compare it with the next exam instead of the one before. */
  readonly isComparedWithLater: boolean;
  readonly images: readonly Image[];
}

const [HOUR, DAY, YEAR] = [3_600_000, 86_400_000, 31_557_600_000];
const MOST_STUDIES = 60;

/** All studies of one patient: 3.5 on average, many with one and a few with dozens, years 2105 to 2195. */
export function drawStudies(random: Random, seed: number, firstStudy: number, least: number): Study[] {
  const count = Math.max(countStudies(random), least);
  const age = random.whole(20, 85);
  let time = Date.UTC(random.whole(2105, 2180), 0, 1) + Math.floor(random.next() * YEAR);
  const birth = time - age * YEAR;
  return Array.from({ length: count }, (_, i) => {
    const isSameTime = i > 0 && random.chance(habits.sameTimeAsPrevious);
    if (i > 0 && !isSameTime) time += gap(random);
    return {
      study_id: studyId(seed, firstStudy + i),
      order: i + 1,
      time,
      age_decile: decile((time - birth) / YEAR),
      isComparedWithLater: i > 0 && random.chance(habits.comparedWithLater),
      images: drawImages(random),
    };
  });
}

function countStudies(random: Random): number {
  if (random.chance(0.45)) return 1;
  return Math.min(2 + Math.floor(Math.exp(0.85 + 1.05 * random.normal())), MOST_STUDIES);
}

/** Time to the next study: hours on the same ward, or days to years. */
function gap(random: Random): number {
  if (random.chance(0.12)) return Math.floor((0.3 + 6 * random.next()) * HOUR);
  return Math.min(Math.floor(Math.exp(2.6 + 2 * random.normal()) * DAY), 2 * YEAR) + HOUR;
}

function decile(age: number): string {
  const low = Math.min(Math.floor(age / 10) * 10, 90);
  return `${low}-${low + 10}`;
}

function drawImages(random: Random): Image[] {
  const view = random.chance(0.606) ? 'AP' : 'PA';
  const laterals = random.chance(view === 'PA' ? 0.98 : 0.29) ? 1 : 0;
  const frontals = random.chance(0.042) ? 0 : random.chance(0.1) ? (random.chance(0.14) ? 3 : 2) : 1;
  return [
    ...Array.from({ length: frontals }, (_, i) =>
      drawImage(random, i > 0 && random.chance(0.2) ? (view === 'AP' ? 'PA' : 'AP') : view),
    ),
    ...Array.from({ length: Math.max(laterals, frontals === 0 ? 1 : 0) }, () =>
      drawImage(random, random.chance(0.6) ? 'LATERAL' : 'LL'),
    ),
  ];
}

function drawImage(random: Random, view: Image['view']): Image {
  return {
    dicom_id: dicomId(random),
    view,
    has_graph: view === 'AP' || view === 'PA',
    ...drawSize(random),
  };
}

/** True for a study with a scene graph. */
export function hasGraph({ images }: Study): boolean {
  return images.some(({ has_graph }) => has_graph);
}

/** Only frontal images can have a scene graph. */
export function isFrontal({ view }: Image): boolean {
  return view === 'AP' || view === 'PA';
}

/** `YYYY-MM-DD HH:MM:SS UTC`, as scene graphs write it. */
export function studyDatetime({ time }: Study): string {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
