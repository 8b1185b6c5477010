import { writeSync } from 'node:fs';
import { UserError } from '../error.js';
import type { Io } from './command.js';

/** Exit codes of a process that a signal has ended, as a shell gives them. */
const codes = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const;

type Signal = keyof typeof codes;

/** Ms within which a second signal is the same key: npx passes on what the terminal has sent to all. */
const SAME_KEY = 200;

/** Ms after which the process ends although something, such as a long query, has not ended. */
const PATIENCE = 3000;

/** What a signal does now; without it the process ends at once. */
let onSignal: ((signal: Signal) => void) | undefined;

/** Has a signal (Ctrl-C, the end of a terminal, a stop) end the process with the exit code of a shell, and what it began removed. */
export function watchSignals(): void {
  for (const signal of Object.keys(codes) as Signal[]) {
    process.on(signal, () => (onSignal ? onSignal(signal) : process.exit(codes[signal])));
  }
}

/** Work that ends in good order when it is interrupted. */
export interface Interruptible<T> {
  /** One line that says what an interruption leaves. */
  readonly message: string;
  /** The line for one that comes when the work is done. */
  readonly done: string;
  /** @param onDone is to be called when there is nothing left that a signal could stop */
  work(signal: AbortSignal, onDone: () => void): Promise<T>;
}

/** The first signal ends the work, with one line; another one ends the process at once. */
export async function untilInterrupted<T>(io: Io, { message, done, work }: Interruptible<T>): Promise<T> {
  const controller = new AbortController();
  let first: number | undefined;
  let isDone = false;
  let patience: NodeJS.Timeout | undefined;
  onSignal = (signal) => {
    const now = performance.now();
    if (first !== undefined) {
      if (now - first <= SAME_KEY) return;
      sayNow(io, isDone ? done : message);
      process.exit(codes[signal]);
    }
    first = now;
    if (isDone) return;
    controller.abort(new UserError(message, codes[signal]));
    patience = setTimeout(() => {
      sayNow(io, message);
      process.exit(codes[signal]);
    }, PATIENCE);
  };
  try {
    return await work(controller.signal, () => {
      isDone = true;
    });
  } finally {
    clearTimeout(patience);
    // What is done is not undone by a signal in the last moment: the exit code of success stays true.
    onSignal = isDone ? ignoreOne : undefined;
  }
}

function ignoreOne(): void {
  onSignal = undefined;
}

/** Says a line before the process exits: past whatever shows progress, which would keep it for later. */
function sayNow({ err }: Io, message: string): void {
  const text = `imagenome: ${message}\n`;
  const { fd } = err as { fd?: number };
  try {
    if (fd === undefined) err.write(text);
    else writeSync(fd, text);
  } catch {}
}
