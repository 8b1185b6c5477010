import { type Progress, type StageName, silent } from '../progress.js';
import type { Io, Values } from './command.js';
import { jsonProgress } from './json_progress.js';
import type { ShownProgress } from './progress.js';
import { type StageTimes, stageTimes } from './stage_times.js';

/** What a build did, and how long its stages took. */
export interface Built<S> {
  readonly summary: S;
  readonly times: StageTimes;
}

/** Builds, and shows the stages meanwhile as `--json` and `--quiet` say. @param names the stages that may come */
export async function withProgress<S>(
  names: readonly StageName[],
  values: Values,
  io: Io,
  build: (progress: Progress) => Promise<S>,
): Promise<Built<S>> {
  if (values.json || values.quiet) {
    const times = stageTimes(values.json ? jsonProgress(io) : silent);
    return { summary: await build(times), times };
  }
  const { taskProgress } = await import('./progress.js');
  let shown: ShownProgress | undefined;
  // Not before the first stage: what is up to date has none.
  const times = stageTimes({
    stage: (name, work) => {
      shown ??= taskProgress(io, names);
      return shown.stage(name, work);
    },
  });
  const summary = await build(times).catch(async (error: unknown) => {
    await shown?.fail();
    throw error;
  });
  await shown?.finished;
  return { summary, times };
}
