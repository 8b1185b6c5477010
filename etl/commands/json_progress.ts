import type { Progress } from '../progress.js';
import type { Io } from './command.js';
import { Eta } from './eta.js';

/** Writes one line of JSON per event: a stage that starts or has finished, a chunk that has been written. */
export function jsonProgress(io: Io): Progress {
  const emit = (event: object) => io.out.write(`${JSON.stringify(event)}\n`);
  return {
    async stage(name, work) {
      const started = performance.now();
      const eta = new Eta();
      const seconds = () => Math.round(performance.now() - started) / 1000;
      emit({ event: 'started', stage: name });
      const result = await work((update) => {
        const { done = 0, total = 0 } = update;
        const { rate, secondsLeft } = eta.at(done, total, seconds());
        const { unit = 'graphs' } = update;
        emit({
          ...{ event: 'progress', stage: name, ...update, seconds: seconds() },
          [`${unit}_per_second`]: Math.round(rate),
          ...(total > 0 && { seconds_left: Math.round(secondsLeft * 10) / 10 }),
        });
      });
      emit({ event: 'finished', stage: name, seconds: seconds() });
      return result;
    },
  };
}
