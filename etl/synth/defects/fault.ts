import type { Exam } from '../exam.js';
import type { SceneGraph } from '../graph.js';
import type { Random } from '../random.js';

/** What a fault may need besides its graph. */
export interface Around {
  readonly random: Random;
  readonly exam: Exam;
  /** Image of another patient, whose graph is sound. */
  readonly stranger: string;
}

/** Changes a graph in place. What it returns means nothing. */
export type GraphFault = (graph: SceneGraph, around: Around) => unknown;

type ListName = 'objects' | 'attributes' | 'relationships';

/** Breaks one entry of a list in place, so that a sound reader rejects it alone. */
export interface EntryFault<L extends ListName = ListName> {
  readonly list: L;
  readonly breakEntry: (list: SceneGraph[L], at: number) => unknown;
}
