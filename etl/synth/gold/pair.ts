import { type Cohort, patientOf } from '../cohort.js';
import { drawExams, type Exam } from '../exam.js';
import { type SceneGraph, sceneGraph } from '../graph.js';
import type { Patient } from '../patient.js';
import { Random, streams } from '../random.js';
import type { Image } from '../study.js';

/** One image that was annotated by hand, with its automatic graph. */
export interface GoldImage {
  readonly exam: Exam;
  readonly image: Image;
  readonly graph: SceneGraph;
}

/** A gold patient: findings are annotated of the first exam, comparisons of the second, boxes of both. */
export interface GoldPair {
  readonly patient: Patient;
  readonly first: GoldImage;
  readonly second: GoldImage;
  /** The annotators' stream of random numbers. */
  readonly random: Random;
}

/** The annotated exams of all gold patients, one patient at a time. */
export function* goldPairs(cohort: Cohort): Generator<GoldPair> {
  for (const [index, firstStudy] of cohort.gold) {
    const patient = patientOf(cohort, index, firstStudy);
    const [first, second] = drawExams(cohort.seed, patient).flatMap((exam) => {
      const image = exam.study.images.find(({ has_graph }) => has_graph);
      return image ? [{ exam, image, graph: sceneGraph(cohort.seed, exam, image) }] : [];
    }) as [GoldImage, GoldImage];
    yield { patient, first, second, random: new Random(cohort.seed, streams.gold, index, 1) };
  }
}
