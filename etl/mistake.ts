import { version } from './project.js';

/** A line of a stack, which names a function and a place in a file. */
const frame = /^ {4}at .+:\d+:\d+\)?$/;

/** The most lines of a stack that are shown. */
const FRAMES = 8;

/**
 * What a person is shown of an error that nobody has foreseen: its kind, and where it arose. Its message stays out: those of DuckDB and of
 * JSON.parse quote what they were reading, and that can be a report.
 */
export function mistakeText(error: unknown): string {
  const [kind, stack] = error instanceof Error ? [error.name, error.stack ?? ''] : [typeof error, ''];
  const frames = stack.split('\n').filter((line) => frame.test(line));
  return [
    `imagenome: expected no such error (${/^\w+$/.test(kind) ? kind : 'Error'}, version ${version}): a mistake of this program, not of yours. What was published before is as it was.`,
    'Its message is not shown, as it may quote report text; whoever keeps this program needs these lines:',
    ...frames.slice(0, FRAMES),
    '',
  ].join('\n');
}
