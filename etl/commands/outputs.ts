import { EXIT } from '../error.js';
import type { Io } from './command.js';

/** Writes a result, and waits while the reader at the other end of a pipe is behind. @throws the error of the system when it cannot be written */
export function written(io: Pick<Io, 'out'>, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    io.out.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** A reader that has seen enough (`| head`) needs no message. */
const isReaderGone = ({ code }: NodeJS.ErrnoException) => code === 'EPIPE';

/**
 * What a process writes to. That a message cannot be written on stderr changes nothing; that a result cannot be written on stdout
 * neither ends the work nor passes for success.
 */
export class Outputs {
  readonly io: Io;
  #failure: NodeJS.ErrnoException | undefined;

  constructor(io: Io) {
    this.io = io;
    io.out.on('error', (error) => {
      this.#failure ??= error;
    });
    io.err.on('error', () => {});
  }

  /** The exit code of a command: 1 where a result of it was lost, whatever else it did. */
  async codeOf(work: () => Promise<number>): Promise<number> {
    const code = await this.#ended(work);
    await written(this.io, '').catch(() => {}); // what was written before is out then, or has failed
    if (this.#failure === undefined) return code;
    const isDone = code === EXIT.done || code === EXIT.quarantined;
    if (isDone && !isReaderGone(this.#failure)) {
      this.io.err.write(
        `imagenome: the command is done, but its result could not be written on stdout: ${this.#failure.code}\n`,
      );
    }
    return isDone ? EXIT.failed : code;
  }

  async #ended(work: () => Promise<number>): Promise<number> {
    try {
      return await work();
    } catch (error) {
      const { code, syscall } = error as NodeJS.ErrnoException;
      const isOurs = this.#failure !== undefined && (syscall === 'write' || code === 'ERR_STREAM_DESTROYED');
      if (!isOurs) throw error;
      return EXIT.done;
    }
  }
}
