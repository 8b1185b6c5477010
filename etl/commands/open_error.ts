import { UserError } from '../error.js';
import { shellWord } from '../shell_word.js';

/** What is wrong with a file that does not open: how its error reads, and what a person is shown. */
interface OpenFault {
  readonly is: RegExp;
  readonly words: (path: string, folder: string, found: RegExpExecArray) => string;
}

const rebuilt = (folder: string) => `imagenome build INPUT --out ${shellWord(folder)}`;

const faults: readonly OpenFault[] = [
  {
    is: /Could not set lock on file[\s\S]*?(?:PID (\d+)|$)/,
    words: (path, _, [, pid]) =>
      `${path}: expected to read it, found it open for writing in another process${pid ? ` (PID ${pid})` : ''}; ` +
      'close it there, or open it there with (read_only), then try again',
  },
  {
    is: /Permission denied|EACCES|EPERM/,
    words: (path) =>
      `${path}: expected the right to read it, found none (permission denied); ` +
      'run the command as the user who built it, or have that user give you the right',
  },
  {
    is: /version number|storage version|newer version of DuckDB/i,
    words: (path, folder) =>
      `${path}: expected a file of the DuckDB of this program, found one of another version; ` +
      `query it with that version, or build it again: ${rebuilt(folder)}`,
  },
  {
    is: /not a valid DuckDB database|corrupt|checksum|Serialization Error|deserializ|Failed to load metadata|Could not read|truncated/i,
    words: (path, folder) =>
      `${path}: expected a DuckDB database, found one that does not open, as its bytes are damaged; copy it anew from where ` +
      `it is whole, or build it again: ${rebuilt(folder)}`,
  },
  {
    is: /\b(EIO|ESTALE|EMFILE|ENFILE|ENOMEM|ETIMEDOUT)\b|Input\/output error/,
    words: (path) =>
      `${path}: expected to read it, the machine could not; this says nothing of the warehouse: ` +
      'try again when the disk or network is well',
  },
];

/** What a person is shown where a file of a warehouse does not open; errors that are none of the file's are given back. */
export function explainOpenError(error: unknown, path: string, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  for (const { is, words } of faults) {
    const found = is.exec(error.message);
    if (found) return new UserError(words(path, folder, found));
  }
  return error;
}

/** Kinds of errors of DuckDB that are about the file, and not about a query. */
const kindsOfFile = ['IO Error', 'FATAL Error', 'INTERNAL Error', 'Serialization Error'];

/** True for an error of DuckDB that says what is wrong with the file that it reads. */
export function isFileFault(kind: string, message: string): boolean {
  return kindsOfFile.includes(kind) && faults.some(({ is }) => is.test(message));
}
