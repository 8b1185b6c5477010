import { LISTR_LOGGER_STDERR_LEVELS, Listr, ListrLogger, ProcessOutput } from 'listr2';
import { type Progress, type StageName, type Step, stages } from '../progress.js';
import type { Io } from './command.js';
import { count, duration, pace } from './pace.js';

/** Shows the stages as tasks with rate and time left on a terminal, as one line a stage elsewhere. */
export function taskProgress(io: Io): Progress & { readonly finished: Promise<unknown> } {
  const isTerminal = io.err.isTTY === true;
  const gates = new Map(Object.keys(stages).map((name) => [name as StageName, new Gate()]));
  const stream = io.err as NodeJS.WriteStream;
  const logger = new ListrLogger({
    useIcons: isTerminal,
    toStderr: LISTR_LOGGER_STDERR_LEVELS,
    processOutput: new ProcessOutput(stream, stream),
  });
  const list = new Listr(
    [...gates].map(([name, gate]) => ({
      title: stages[name],
      task: async (_, task) => {
        gate.show = (text) => {
          task.title = `${stages[name]} · ${text}`;
        };
        gate.open();
        await gate.closed;
      },
    })),
    {
      forceTTY: isTerminal,
      rendererOptions: { logger: logger as ListrLogger<never> },
      fallbackRenderer: 'simple',
      fallbackRendererCondition: !isTerminal,
      fallbackRendererOptions: { logger },
      registerSignalListeners: false,
    },
  );
  const finished = list.run().catch(() => {});
  return {
    finished,
    async stage(name, work) {
      const gate = gates.get(name)!;
      await gate.opened;
      const started = performance.now();
      const seconds = () => (performance.now() - started) / 1000;
      let last: Step = {};
      try {
        const result = await work((step) => {
          last = step;
          if (isTerminal) gate.show(describe(step, seconds()));
        });
        const graphs = last.total === undefined ? '' : `${count(last.total)} graphs · `;
        gate.show(`${graphs}${duration(seconds())}`);
        gate.close();
        return result;
      } catch (error) {
        gate.close(error as Error);
        await finished;
        throw error;
      }
    },
  };
}

/** Gives one event a stage and a chunk as a line of JSON. */
export function jsonProgress(io: Io): Progress {
  const emit = (event: object) => io.out.write(`${JSON.stringify(event)}\n`);
  return {
    async stage(name, work) {
      const started = performance.now();
      const seconds = () => Math.round(performance.now() - started) / 1000;
      emit({ event: 'started', stage: name });
      const result = await work((step) => {
        const { done = 0, total = 0 } = step;
        const { rate, secondsLeft } = pace(done, total, seconds());
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

function describe({ done = 0, total = 0 }: Step, seconds: number): string {
  const { rate, secondsLeft } = pace(done, total, seconds);
  return `${count(done)} of ${count(total)} graphs · ${count(rate)} graphs/s · ${duration(secondsLeft)} left`;
}

/** Lets a listr2 task wait for the stage that it shows. */
class Gate {
  open!: () => void;
  close!: (error?: Error) => void;
  show: (text: string) => void = () => {};
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
  readonly closed = new Promise<void>((resolve, reject) => {
    this.close = (error) => (error ? reject(new Error('failed')) : resolve());
  });
}
