import type { Progress, StageName } from '../progress.js';

/** Progress that also measures how long each stage takes. */
export interface StageTimes extends Progress {
  /** Seconds of each stage that has ended. */
  readonly seconds: ReadonlyMap<StageName, number>;
}

/** Measures the stages that `progress` shows. */
export function stageTimes(progress: Progress): StageTimes {
  const seconds = new Map<StageName, number>();
  return {
    seconds,
    stage: (name, work) =>
      progress.stage(name, async (onProgress) => {
        const started = performance.now();
        const result = await work(onProgress);
        seconds.set(name, (performance.now() - started) / 1000);
        return result;
      }),
  };
}
