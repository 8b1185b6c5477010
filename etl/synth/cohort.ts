import { asGold, canBeGold } from './gold_patient.js';
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
  /** The first so many patients are made gold, each with at most so many graphs; 0 where gold patients are drawn. */
  readonly madeGold: number;
  readonly mostGoldGraphs: number;
  /** Whether the edges of the RDF file are wanted. */
  readonly hasRdf: boolean;
}

/** What a release is to have besides its number of graphs. */
export interface CohortOptions {
  readonly goldPatients?: number;
  readonly rdf?: boolean;
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
export function drawCohort(
  seed: number,
  graphs: number,
  { goldPatients, rdf: hasRdf = false }: CohortOptions = {},
): { cohort: Cohort; chunks: Chunk[] } {
  const madeGold = goldPatients ?? 0;
  const mostGoldGraphs = Math.floor(graphs / Math.max(madeGold, 1));
  const chunks: Chunk[] = [];
  const eligible: Eligible[] = [];
  const ungraphed = new Set<number>();
  const each = Math.min(UNGRAPHED_EACH, Math.max(Math.floor(graphs / 3), 1));
  let [index, studies, frontals, found, lastGraphs] = [0, 0, 0, 0, 0];
  let start: Chunk | undefined;
  while (found < graphs) {
    const patient = drawOne({ seed, madeGold, mostGoldGraphs }, index, studies);
    start ??= {
      firstPatient: index,
      patients: 0,
      firstStudy: studies,
      firstFrontal: frontals,
      firstGraph: found,
    };
    lastGraphs = Math.min(countGraphs(patient), graphs - found);
    if (canBeGold(patient) && found + countGraphs(patient) <= graphs) {
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
  const gold = goldPatients === undefined ? drawGoldPatients(eligible) : eligible.slice(0, madeGold);
  const cohort = {
    ...{ seed, patients: index, graphs, lastGraphs, madeGold, mostGoldGraphs, hasRdf, ungraphed },
    gold: new Map(gold.map(({ index, firstStudy }) => [index, firstStudy])),
  };
  return { cohort, chunks };
}

interface Eligible {
  readonly index: number;
  readonly firstStudy: number;
  readonly rank: number;
}

function drawGoldPatients(eligible: readonly Eligible[]): Eligible[] {
  const few = Math.min(FEWEST_GOLD, Math.ceil(eligible.length * LARGEST_GOLD_SHARE));
  const count = Math.min(Math.max(Math.round(eligible.length * GOLD_SHARE), few), MOST_GOLD);
  return eligible
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, count)
    .sort((a, b) => a.index - b.index);
}

function drawOne(
  { seed, madeGold, mostGoldGraphs }: Pick<Cohort, 'seed' | 'madeGold' | 'mostGoldGraphs'>,
  index: number,
  firstStudy: number,
): Patient {
  if (index >= madeGold) return drawPatient(seed, index, firstStudy);
  return asGold(drawPatient(seed, index, firstStudy, 2), mostGoldGraphs);
}

/** A patient as the release has it. */
export function patientOf(cohort: Cohort, index: number, firstStudy: number): Patient {
  const drawn = drawOne(cohort, index, firstStudy);
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
