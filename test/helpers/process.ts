import { type ChildProcess, spawn } from 'node:child_process';
import { projectFile } from '../../etl/project.js';

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const cli = projectFile('dist', 'imagenome', 'cli.js');

/** Starts `imagenome …` as a process of its own. `node`: options of Node, before the script. */
export function startImagenome(args: readonly string[], node: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [...node, cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs `imagenome …` and waits until it has ended. */
export function runImagenome(args: readonly string[], node: readonly string[] = []): Promise<Ended> {
  return ended(startImagenome(args, node));
}

/** Runs `imagenome …` in a shell after `before`, e.g. `umask 0`. */
export function runInShell(before: string, args: readonly string[]): Promise<Ended> {
  const command = `${before}; exec "$@"`;
  return ended(spawn('/bin/bash', ['-c', command, 'bash', process.execPath, cli, ...args]));
}

/** Waits for the end of a process. */
export function ended(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout!.on('data', (bytes) => {
    stdout += bytes;
  });
  child.stderr!.on('data', (bytes) => {
    stderr += bytes;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
