import type { BuildSummary } from '../build_summary.js';
import { UserError } from '../error.js';
import type { Io, Values } from './command.js';
import { written } from './outputs.js';
import type { StageTimes } from './stage_times.js';

/** Shows what a finished build has to say: a page for people, or one line of JSON. */
export async function showBuild(
  summary: BuildSummary,
  times: StageTimes,
  values: Values,
  io: Io,
): Promise<void> {
  const text = values.json
    ? `${JSON.stringify({ event: 'done', ...summary })}\n`
    : await shownSummary(summary, times, io);
  await showResult(summary, text, io, 'warehouse');
}

/**
 * Shows the result of a build.
 * @param what it has published
 * @throws UserError where nobody can read it, as an exit code of success would not be true
 */
export async function showResult(
  { out, leftovers }: { readonly out: string; readonly leftovers: readonly string[] },
  text: string,
  io: Io,
  what: 'warehouse' | 'shard',
): Promise<void> {
  for (const path of leftovers) {
    io.err.write(
      `imagenome: ${path}: is not needed any more and could not be removed; remove it. The new ${what} is published.\n`,
    );
  }
  await written(io, text).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UserError(
      `${out}: the new ${what} is published and whole, but the result of the build could not be written on stdout: ${code}`,
    );
  });
}

/** Loaded when the build is done: nothing of it is needed before. */
async function shownSummary(summary: BuildSummary, { seconds }: StageTimes, io: Io): Promise<string> {
  const [{ summaryText }, { screenOf }] = await Promise.all([
    import('./summary.js'),
    import('../terminal/screen.js'),
  ]);
  return summaryText(summary, seconds, screenOf(io.out, io.env));
}
