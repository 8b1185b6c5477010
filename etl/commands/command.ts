import type { ParseArgsConfig } from 'node:util';
import type { ScreenStream } from '../terminal/screen.js';

/** Where a command writes: results on `out`, progress and messages on `err`. Tests pass recording streams. */
export interface Io {
  readonly out: ScreenStream;
  readonly err: ScreenStream;
  readonly env: NodeJS.ProcessEnv;
}

export type Options = NonNullable<ParseArgsConfig['options']>;
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** One sub-command of `imagenome`, loaded only when it is run; etl/main.ts has their summaries. */
export interface Command {
  /** Help text; starts with examples. */
  readonly help: string;
  readonly options: Options;
  /** Runs the command and gives its exit code; throws UserError for what the user can mend. */
  run(values: Values, positionals: string[], io: Io): Promise<number>;
}
