import { LISTR_LOGGER_STDERR_LEVELS, Listr, ListrLogger, ProcessOutput } from 'listr2';
import { type Progress, type ProgressUpdate, type StageName, stages } from '../progress.js';
import type { Io } from './command.js';
import { count, duration, Pace } from './pace.js';

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
      const pace = new Pace();
      const seconds = () => (performance.now() - started) / 1000;
      let last: ProgressUpdate = {};
      try {
        const result = await work((step) => {
          last = step;
          if (isTerminal) gate.show(describe(step, pace, seconds()));
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

function describe({ done = 0, total = 0 }: ProgressUpdate, pace: Pace, seconds: number): string {
  const { rate, secondsLeft } = pace.at(done, total, seconds);
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
