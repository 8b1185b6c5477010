import { regions } from '../../vocabulary/index.js';
import { Random, streams } from '../random.js';
import type { GoldPair } from './pair.js';

/** Exams whose rows the annotators' files lack, although the graphs say something of them. */
export interface ExamErrors {
  /** First exams without a row of findings. */
  without_findings: number;
  /** Second exams without a row of comparisons. */
  without_comparisons: number;
  /** Second exams of which the release has no graph. */
  without_graph: number;
}

/** Share of what graphs and gold agree on that gold puts on the other side: a guess. */
const MOVED = 0.1;
/** Of so many gold patients one has no row of findings, and another none of comparisons. */
const EACH = 30;
const [WITHOUT_FINDINGS, WITHOUT_COMPARISONS] = [11, 23];

const mirrorOf = new Map(regions.map(({ bbox_name, mirror }) => [bbox_name, mirror]));

/** The errors of a gold patient that came later than the others: numbers of their own leave those as they are. */
export class LaterErrors {
  readonly #random: Random;
  readonly #place: number;

  /** @param number place of the patient among the gold ones, from 0 */
  constructor(seed: number, { patient }: GoldPair, number: number) {
    this.#random = new Random(seed, streams.errors, patient.index);
    this.#place = number % EACH;
  }

  get hasFindings(): boolean {
    return this.#place !== WITHOUT_FINDINGS;
  }

  get hasComparisons(): boolean {
    return this.#place !== WITHOUT_COMPARISONS;
  }

  /** The region of the other side, for the few that are moved there; undefined for the others and those in the middle. */
  otherSide(bbox_name: string): string | undefined {
    return this.#random.chance(MOVED) ? (mirrorOf.get(bbox_name) ?? undefined) : undefined;
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.#random.chance(probability);
  }
}
