import { version } from './project.js';

/** A line of a stack, which names a function and a place in a file. */
const frame = /^ {4}at .+:\d+:\d+\)?$/;

/** The most lines of a stack that are shown. */
const FRAMES = 8;

/** The kind of an error of DuckDB, which its message begins with in one of two forms. */
const duckdbKind = /^(?:\{"exception_type":"([A-Za-z ]{3,40})"|([A-Z][A-Za-z ]{2,30}) Error: )/;

/**
 * What a person is shown of an error that nobody has foreseen: the command, its kind, and where it arose. Its message stays out: those of
 * DuckDB and of JSON.parse quote what they were reading, and that can be a report.
 */
export function mistakeText(error: unknown, command: string): string {
  const frames = (error instanceof Error ? (error.stack ?? '') : '')
    .split('\n')
    .filter((line) => frame.test(line));
  const place = frames.length > 0 ? ' These lines say where:' : '';
  return [
    `imagenome: ${command} (version ${version}): expected no such error (${kindOf(error)}), a mistake of this program, not of yours. ` +
      `What was published before is as it was. Its message is not shown, as it may quote report text.${place}`,
    ...frames.slice(0, FRAMES),
    '',
  ].join('\n');
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const [, inJson, inText] = duckdbKind.exec(error.message) ?? [];
  const kind = inJson ?? inText;
  if (kind !== undefined) return `DuckDB: ${kind}`;
  return /^\w+$/.test(error.name) ? error.name : 'Error';
}
