import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { residentBytes } from './process_tree.js';

/** What one run of a command took. */
export interface Measurement {
  readonly seconds: number;
  /** User and system time of the command and its children. */
  readonly cpu_seconds: number;
  /** Largest resident memory of the command and its children together, sampled 20 times a second; 0 where unknown. */
  readonly peak_bytes: number;
  /** Resident memory over time, at most one value per second. */
  readonly memory: readonly { readonly second: number; readonly bytes: number }[];
  readonly output: string;
}

/** The shell prints the CPU time of its children, to the hundredth of a second. */
const timed = '"$@"; code=$?; times >&3; exit $code';

/**
 * Runs a command to its end.
 * @throws Error with what it said when it fails
 */
export async function measure(command: readonly string[]): Promise<Measurement> {
  const started = performance.now();
  const child = spawn('/bin/sh', ['-c', timed, 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const seconds = () => (performance.now() - started) / 1000;
  const memory: { second: number; bytes: number }[] = [];
  let peak_bytes = 0;
  const sample = () => {
    const bytes = residentBytes(child.pid!);
    peak_bytes = Math.max(peak_bytes, bytes);
    const second = Math.floor(seconds());
    if (second !== memory.at(-1)?.second) memory.push({ second, bytes });
  };
  const sampling = setInterval(sample, 50);
  const streams = [child.stdout, child.stderr, child.stdio[3]] as NodeJS.ReadableStream[];
  const texts = Promise.all(streams.map((stream) => text(stream)));
  const [code] = await once(child, 'exit');
  const elapsed = seconds();
  clearInterval(sampling);
  const [output, errors, times] = (await texts) as [string, string, string];
  if (code !== 0) throw new Error(`${command.join(' ')} ended with code ${code}:\n${errors.slice(-2000)}`);
  return { seconds: elapsed, cpu_seconds: cpuSeconds(times), peak_bytes, memory, output };
}

/** The sum of what `times` prints, such as 1m2.34s. */
function cpuSeconds(times: string): number {
  const values = times.matchAll(/(\d+)m([\d.]+)s/g);
  return [...values].reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0);
}
