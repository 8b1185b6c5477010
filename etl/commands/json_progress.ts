import type { Progress } from '../progress.js';
import type { Io } from './command.js';
import { Pace } from './pace.js';

/** Gives one event a stage and a chunk as a line of JSON. */
export function jsonProgress(io: Io): Progress {
  const emit = (event: object) => io.out.write(`${JSON.stringify(event)}\n`);
  return {
    async stage(name, work) {
      const started = performance.now();
      const pace = new Pace();
      const seconds = () => Math.round(performance.now() - started) / 1000;
      emit({ event: 'started', stage: name });
      const result = await work((step) => {
        const { done = 0, total = 0 } = step;
        const { rate, secondsLeft } = pace.at(done, total, seconds());
        emit({
          ...{ event: 'progress', stage: name, ...step, seconds: seconds() },
          ...{ graphs_per_second: Math.round(rate), seconds_left: Math.round(secondsLeft * 10) / 10 },
        });
      });
      emit({ event: 'finished', stage: name, seconds: seconds() });
      return result;
    },
  };
}
