/** A stream that may be a terminal. */
export type ScreenStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Characters that lists and tables are drawn with. */
export interface Marks {
  /** Where a text goes on. */
  readonly cut: string;
  /** A line break within a cell. */
  readonly lineBreak: string;
  /** A full part of a bar, and the least that a bar shows. */
  readonly bar: string;
  readonly sliver: string;
  /** Between two parts of a line. */
  readonly dot: string;
}

/** What people read on: how wide it is, in columns, and whether it shows more than ASCII. */
export interface Screen {
  readonly columns: number;
  readonly isAscii: boolean;
  readonly marks: Marks;
}

const unicodeMarks: Marks = { cut: '…', lineBreak: '⏎', bar: '█', sliver: '▏', dot: '·' };
const asciiMarks: Marks = { cut: '...', lineBreak: '\\n', bar: '#', sliver: '.', dot: '-' };

/** Width of what has no width of its own, and the least that a table is laid out for. */
const USUAL = 80;
const LEAST = 40;

/**
 * The screen that a stream leads to. A terminal has a width; of a file or a pipe it is COLUMNS, or 80. A locale that is not
 * UTF-8 (LC_ALL, LC_CTYPE, LANG: the first that is set) and TERM=dumb have ASCII only.
 */
export function screenOf(stream: ScreenStream, env: NodeJS.ProcessEnv): Screen {
  const own = stream.isTTY === true ? stream.columns : undefined;
  const columns = own || Number.parseInt(env.COLUMNS ?? '', 10) || USUAL;
  const isAscii = isAsciiOnly(env);
  return { columns: Math.max(columns, LEAST), isAscii, marks: isAscii ? asciiMarks : unicodeMarks };
}

function isAsciiOnly({ LC_ALL, LC_CTYPE, LANG, TERM }: NodeJS.ProcessEnv): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG || '';
  return TERM === 'dumb' || (locale !== '' && !/utf-?8/i.test(locale));
}
