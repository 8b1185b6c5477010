import { UserError } from '../error.js';
import { duckdbErrorOf } from './query_error.js';
import { explainWriteError } from './write_error.js';

/** What a person is shown where an export fails for what the machine lacks; other errors are given back. */
export function explainExportError(error: unknown, out: string): unknown {
  const explained = explainWriteError(error, out, 'the export');
  if (explained instanceof UserError || !(explained instanceof Error)) return explained;
  if (duckdbErrorOf(explained)?.kind === 'Out of Memory Error') {
    return new UserError(
      `${out}: expected the export to fit, DuckDB ran out of memory; give it more with --memory-limit SIZE, ` +
        'or export less: --split, --subset, --where; an earlier export is as it was',
    );
  }
  const { code, syscall } = explained as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return explained;
  return new UserError(
    `${out}: expected to write the export, the machine answered ${code} (${syscall}); ` +
      'choose another --out, or try again when the disk is well; an earlier export is as it was',
  );
}
