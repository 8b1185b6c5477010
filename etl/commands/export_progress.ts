import type { Io } from './command.js';
import { count } from './format.js';

/** Ms between two lines. */
const PAUSE = 1000;

/** Says on stderr how many images are done, on a terminal in one line, elsewhere in a line a second. */
export function exportProgress({ err, env }: Io): {
  onProgress(done: number, total: number): void;
  end(): void;
} {
  const isTerminal = err.isTTY === true && env.TERM !== 'dumb';
  let next = performance.now() + PAUSE;
  let isOpen = false;
  return {
    onProgress(done, total) {
      const now = performance.now();
      if (now < next) return;
      next = now + PAUSE;
      isOpen = isTerminal;
      const text = `${count(done)} of ${count(total)} images`;
      err.write(isTerminal ? `\r${text}` : `${text}\n`);
    },
    end() {
      if (isOpen) err.write('\n');
      isOpen = false;
    },
  };
}
