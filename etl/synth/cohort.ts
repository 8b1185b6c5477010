import { dicomId } from './ids.js';
import { countGraphs, cutPatient, drawPatient, type Patient } from './patient.js';
import { Random, streams } from './random.js';

/** Patients of one task: a few hundred graphs. */
export interface Chunk {
  readonly firstPatient: number;
  readonly patients: number;
  /** Number of studies, frontal images and graphs of all patients before. */
  readonly firstStudy: number;
  readonly firstFrontal: number;
  readonly firstGraph: number;
}

/** Who is in a release: what each worker needs to know of the whole. Plain data: it crosses to them. */
export interface Cohort {
  readonly seed: number;
  readonly patients: number;
  readonly graphs: number;
  /** Graphs of the last patient. */
  readonly lastGraphs: number;
  /** Indexes of the patients whose reports were annotated by hand, and their first study numbers. */
  readonly gold: ReadonlyMap<number, number>;
  /** Indexes of patients with a listed frontal image that has no graph. */
  readonly ungraphed: ReadonlySet<number>;
}

const GRAPHS_OF_CHUNK = 200;
/** Share of the patients with two exams that are gold; small releases have a few all the same. */
const GOLD_SHARE = 0.008;
const FEWEST_GOLD = 6;
const LARGEST_GOLD_SHARE = 0.05;
const MOST_GOLD = 500;
/** One frontal image in so many has no graph, and at least two of a release. */
const UNGRAPHED_EACH = 10_000;

/** Draws patients until there are enough graphs, and cuts them into chunks that depend on nothing else. */
export function drawCohort(seed: number, graphs: number): { cohort: Cohort; chunks: Chunk[] } {
  const chunks: Chunk[] = [];
  const eligible: { index: number; firstStudy: number; rank: number }[] = [];
  const ungraphed = new Set<number>();
  const each = Math.min(UNGRAPHED_EACH, Math.max(Math.floor(graphs / 3), 1));
  let [index, studies, frontals, found, lastGraphs] = [0, 0, 0, 0, 0];
  let start: Chunk | undefined;
  while (found < graphs) {
    const patient = drawPatient(seed, index, studies);
    start ??= {
      firstPatient: index,
      patients: 0,
      firstStudy: studies,
      firstFrontal: frontals,
      firstGraph: found,
    };
    lastGraphs = Math.min(countGraphs(patient), graphs - found);
    if (countExams(patient) >= 2 && found + countGraphs(patient) < graphs) {
      eligible.push({ index, firstStudy: studies, rank: new Random(seed, streams.gold, index).next() });
    }
    if (Math.floor((found + lastGraphs) / each) > Math.floor(found / each)) ungraphed.add(index);
    studies += patient.studies.length;
    found += lastGraphs;
    frontals += lastGraphs + (ungraphed.has(index) ? 1 : 0);
    index++;
    if (found - start.firstGraph >= GRAPHS_OF_CHUNK || found >= graphs) {
      chunks.push({ ...start, patients: index - start.firstPatient });
      start = undefined;
    }
  }
  const few = Math.min(FEWEST_GOLD, Math.ceil(eligible.length * LARGEST_GOLD_SHARE));
  const count = Math.min(Math.max(Math.round(eligible.length * GOLD_SHARE), few), MOST_GOLD);
  const gold = eligible
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ index, firstStudy }) => [index, firstStudy] as const);
  return { cohort: { seed, patients: index, graphs, lastGraphs, gold: new Map(gold), ungraphed }, chunks };
}

/** Number of studies that have a graph. */
function countExams({ studies }: Patient): number {
  return studies.filter(({ images }) => images.some(({ has_graph }) => has_graph)).length;
}

/** A patient as the release has it. */
export function patientOf(cohort: Cohort, index: number, firstStudy: number): Patient {
  const drawn = drawPatient(cohort.seed, index, firstStudy);
  const patient = index === cohort.patients - 1 ? cutPatient(drawn, cohort.lastGraphs) : drawn;
  return cohort.ungraphed.has(index) ? withUngraphed(cohort.seed, patient) : patient;
}

/** The patient with one more frontal image in the first study, which has no graph. */
function withUngraphed(seed: number, patient: Patient): Patient {
  const [first, ...rest] = patient.studies;
  const dicom_id = dicomId(new Random(seed, streams.ids, 3, patient.index));
  const image = { dicom_id, view: 'AP', has_graph: false, rows: 3056, columns: 2544 } as const;
  return { ...patient, studies: [{ ...first!, images: [...first!.images, image] }, ...rest] };
}
