import { Writable } from 'node:stream';
import { main } from '../../etl/main.js';

/** What a command line said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `imagenome` with these words in this process, without a terminal. */
export function imagenome(...words: string[]): Promise<Said> {
  return imagenomeIn({}, ...words);
}

/** Runs `imagenome` with these words and this environment in this process, without a terminal. */
export async function imagenomeIn(env: NodeJS.ProcessEnv, ...words: string[]): Promise<Said> {
  const [out, err] = [recorder(), recorder()];
  const code = await main(words, { out: out.stream, err: err.stream, env });
  return { code, out: out.text(), err: err.text() };
}

function recorder() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}
