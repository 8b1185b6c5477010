import { type Cohort, patientOf } from '../cohort.js';
import { drawPatient, type Patient } from '../patient.js';
import { Random, streams } from '../random.js';
import type { Image, Study } from '../study.js';
import { type Defect, type DefectName, defects, groups } from './table.js';

/** From this number of images on, a release has every fault at least once. */
export const LEAST_IMAGES = 500;

/** Which graph has which fault. Plain data: it crosses to the workers. */
export interface DefectPlan {
  /** Fault of a graph, by the graph's number in the release. */
  readonly faults: ReadonlyMap<number, DefectName>;
  /** An image whose graph is sound, of the first patient that has one. */
  readonly stranger: string;
  /** Indexes of the gold patients of whose second exam there is no graph. */
  readonly goldWithoutGraph: ReadonlySet<number>;
}

/** Graphs by what they may bear. Those of gold patients stay as the annotators saw them, but for one study. */
interface Sites {
  /** Numbers of the graphs of later exams, and of all. */
  readonly later: number[];
  readonly all: number[];
  /** Graphs of second exams of gold patients. */
  readonly gold: number[];
  /** Those of them whose patient has no further graph, and the index of the patient. */
  readonly goldEnds: ReadonlyMap<number, number>;
  readonly stranger: string;
}

/** Deals the faults out to the graphs of a release, none to the patient that others are confused with. */
export function planDefects(cohort: Cohort, form: 'zip' | 'loose'): DefectPlan {
  const { stranger, goldEnds, ...sites } = findSites(cohort);
  const rank = (graph: number) => new Random(cohort.seed, streams.faults, graph).next();
  const shuffled = (graphs: readonly number[]) =>
    graphs
      .map((graph) => ({ graph, rank: rank(graph) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ graph }) => graph);
  const [later, all, gold] = [sites.later, sites.all, sites.gold].map(shuffled) as [
    number[],
    number[],
    number[],
  ];
  const faults = new Map<number, DefectName>();
  for (const [names, graphs] of [
    [groups.gold, gold],
    [groups.goldEnds, gold.filter((graph) => goldEnds.has(graph))],
    [groups.relations, later],
    [{ ...groups.files, ...groups.members, ...groups.roots, ...groups.boxes, ...groups.mentions }, all],
  ] as const) {
    const free = graphs.filter((graph) => !faults.has(graph)).values();
    for (const name of Object.keys(names) as DefectName[]) {
      const defect = defects.get(name)!;
      if (defect.only && defect.only !== form) continue;
      for (let left = countOf(defect, cohort.graphs); left > 0; left--) {
        const { value: graph, done } = free.next();
        if (!done) faults.set(graph, name);
      }
    }
  }
  const absent = [...goldEnds].filter(([graph]) => faults.get(graph) === 'gold_graph_absent');
  return { faults, stranger, goldWithoutGraph: new Set(absent.map(([, index]) => index)) };
}

function countOf({ rate }: Defect, images: number): number {
  return Math.max(Math.round(rate * images), images >= LEAST_IMAGES ? 1 : 0);
}

function findSites(cohort: Cohort): Sites {
  const sites = { later: [] as number[], all: [] as number[], gold: [] as number[] };
  const goldEnds = new Map<number, number>();
  let [stranger, graph, studies] = [undefined as string | undefined, 0, 0];
  for (let index = 0; index < cohort.patients; index++) {
    const patient = patientOf(cohort, index, studies);
    studies += patient.studies.length;
    const exams = patient.studies.map(graphed).filter((images) => images.length > 0);
    const isSpared = stranger === undefined;
    stranger ??= exams[0]?.[0]?.dicom_id;
    exams.forEach((images, exam) => {
      for (const _ of images) {
        const number = graph++;
        if (isSpared) continue;
        if (cohort.gold.has(index)) {
          if (exam === 1) sites.gold.push(number);
          if (exam === 1 && exams.length === 2 && images.length === 1) goldEnds.set(number, index);
          continue;
        }
        sites.all.push(number);
        if (exam > 0) sites.later.push(number);
      }
    });
  }
  return { ...sites, goldEnds, stranger: stranger! };
}

function graphed({ images }: Study): Image[] {
  return images.filter(({ has_graph }) => has_graph);
}

/** Rows of the splits whose image has no graph: the release itself has them. */
export function countMissingGraphs({ seed, ungraphed, gold }: Cohort): number {
  const isListed = ({ split }: Patient) => split !== null;
  return [...ungraphed].filter((index) => !gold.has(index) && isListed(drawPatient(seed, index, 0))).length;
}
