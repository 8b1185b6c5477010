import { LISTR_LOGGER_STDERR_LEVELS, Listr, ListrLogger, ProcessOutput } from 'listr2';
import { type Progress, type ProgressUpdate, type StageName, stages } from '../progress.js';
import { AsciiStream } from '../terminal/ascii_stream.js';
import { screenOf } from '../terminal/screen.js';
import type { Io } from './command.js';
import { Eta } from './eta.js';
import { count, duration } from './format.js';

/** Seconds between two lines about one stage where they stay: in a file, a pipe or a terminal without a cursor. */
const FIRST_LINE = 1;
const NEXT_LINE = 10;

/** Stages that are shown until they have ended. */
export interface ShownProgress extends Progress {
  /** Resolves when all stages have ended, or one has failed. */
  readonly finished: Promise<unknown>;
  /** Ends what is shown, as the build has failed, perhaps between two stages: a terminal would wait for the next one. */
  fail(): Promise<void>;
}

/**
 * Shows the stages as tasks with their count, rate and time left: on a terminal in place, elsewhere as lines, of which a stage has
 * one when it begins, one when it ends and some while it goes on.
 */
export function taskProgress(io: Io, names: readonly StageName[]): ShownProgress {
  const isTerminal = io.err.isTTY === true && io.env.TERM !== 'dumb';
  const shown = new Map(names.map((name) => [name, new ShownStage(name)]));
  const { isAscii } = screenOf(io.err, io.env);
  const stream = (isAscii ? new AsciiStream(io.err) : io.err) as NodeJS.WriteStream;
  const logger = new ListrLogger({
    useIcons: isTerminal,
    toStderr: LISTR_LOGGER_STDERR_LEVELS,
    processOutput: new ProcessOutput(stream, stream),
  });
  const list = new Listr(
    [...shown.values()].map((stage) => ({
      title: stages[stage.name],
      task: (_, task) => stage.showOn(task),
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
    async fail() {
      for (const stage of shown.values()) stage.ended.reject(new Error('failed'));
      await finished;
    },
    async stage(name, work) {
      const stage = shown.get(name)!;
      endBefore(name, shown.values());
      const task = await stage.begun.promise;
      const show = (text: string) => {
        task.title = `${stages[name]} · ${text}`;
      };
      const started = performance.now();
      const seconds = () => (performance.now() - started) / 1000;
      const eta = new Eta();
      let last: ProgressUpdate = {};
      let next = isTerminal ? 0 : FIRST_LINE;
      try {
        const result = await work((update) => {
          last = update;
          const now = seconds();
          const text = describe(update, eta, now);
          if (now < next) return;
          if (!isTerminal) next = now + NEXT_LINE;
          show(text);
        });
        const number = last.total ?? last.done;
        const total = number === undefined ? '' : `${count(number)} ${unitOf(last)} · `;
        show(`${total}${duration(seconds())}`);
        stage.ended.resolve();
        return result;
      } catch (error) {
        stage.ended.reject(new Error('failed'));
        await finished;
        throw error;
      }
    },
  };
}

/** Ends the stages before this one: one that a build leaves out would never begin, and so never end. */
function endBefore(name: StageName, all: Iterable<ShownStage>): void {
  for (const stage of all) {
    if (stage.name === name) return;
    stage.ended.resolve();
  }
}

function describe(update: ProgressUpdate, eta: Eta, seconds: number): string {
  const { done = 0, total = 0 } = update;
  const unit = unitOf(update);
  if (total === 0) return `${count(done)} ${unit} found`;
  const { rate, secondsLeft } = eta.at(done, total, seconds);
  return `${count(done)} of ${count(total)} ${unit} · ${count(rate)} ${unit}/s · ${duration(secondsLeft)} left`;
}

const unitOf = ({ unit = 'graphs' }: ProgressUpdate) => unit;

/** What a stage may change of the line that shows it. */
interface ShownTask {
  title: string;
}

/** A stage in the list of tasks: its task waits until the stage has ended, and the stage until its task has begun. */
class ShownStage {
  readonly begun = deferred<ShownTask>();
  readonly ended = deferred<void>();

  constructor(readonly name: StageName) {
    this.ended.promise.catch(() => {}); // a stage may fail before its task has begun
  }

  showOn(task: ShownTask): Promise<void> {
    this.begun.resolve(task);
    return this.ended.promise;
  }
}

/** A promise, and what settles it. */
interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

function deferred<T>(): Deferred<T> {
  let settle!: Pick<Deferred<T>, 'resolve' | 'reject'>;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}
