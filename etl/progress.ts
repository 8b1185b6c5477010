/** The stages of a build, in their order. */
export const stages = {
  discover: 'Find scene graphs',
  plan: 'Plan',
  flatten: 'Flatten and write',
  load: 'Load vocabularies, lists and views',
  derive: 'Store roll-ups',
  verify: 'Verify',
  publish: 'Publish',
} as const;

export type StageName = keyof typeof stages;

/** How far a stage is. */
export interface ProgressUpdate {
  readonly done?: number;
  /** Absent while nobody knows. */
  readonly total?: number;
  /** What is counted; graphs by default. */
  readonly unit?: string;
  /** The chunk that has just been written, e.g. p10/3. */
  readonly chunk?: string;
}

/** Runs the stages of a build and shows how far they are. */
export interface Progress {
  stage<T>(name: StageName, work: (onProgress: (update: ProgressUpdate) => void) => Promise<T>): Promise<T>;
}

/** Shows nothing. */
export const silent: Progress = { stage: (_, work) => work(() => {}) };
