/** The stages of builds, in their order. */
export const stages = {
  discover: 'Find scene graphs',
  plan: 'Plan',
  flatten: 'Flatten and write',
  join: 'Take over the parts of the shards',
  load: 'Load vocabularies, lists and views',
  derive: 'Store roll-ups',
  verify: 'Verify',
  publish: 'Publish',
} as const;

/** The stages of a build from an input, of one of its shards, and of a build from shards. */
export const stagesOf = {
  build: ['discover', 'plan', 'flatten', 'load', 'derive', 'verify', 'publish'],
  shard: ['discover', 'plan', 'flatten', 'derive', 'load', 'publish'],
  assemble: ['join', 'load', 'derive', 'verify', 'publish'],
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
