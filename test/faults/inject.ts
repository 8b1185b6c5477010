import fs from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { isMainThread, parentPort, threadId } from 'node:worker_threads';
import { Random } from '../../etl/synth/random.js';
import type { Fault } from './fault.js';

/*
 * Is loaded by Node before a build, in each of its threads. Makes the fault of IMAGENOME_FAULT, or without one writes to
 * IMAGENOME_CALLS how often each call was made.
 */

const fault = JSON.parse(process.env.IMAGENOME_FAULT ?? 'null') as Fault | null;
const countsPath = process.env.IMAGENOME_CALLS;
const thread = isMainThread ? 'main' : 'worker';
const random = new Random(fault?.seed ?? 0, 10, threadId);
const counts: Record<string, number> = {};

// biome-ignore lint/suspicious/noExplicitAny: any function of Node or DuckDB
type Any = any;

const { appendFileSync } = fs;

/** Calls that this program makes for its work; those of Node itself, such as loading code, are not among them. */
const isOfBuild = (path: unknown) =>
  typeof path !== 'string' || !/node_modules|\/dist\/|^\/proc\//.test(path);

function writeCounts(): void {
  if (countsPath) appendFileSync(countsPath, `${JSON.stringify(counts)}\n`);
}

/** Counts a call, and gives what happens at it. */
function effectAt(name: string): Fault['effect'] | undefined {
  const call = `${thread}.${name}`;
  counts[call] = (counts[call] ?? 0) + 1;
  if (fault?.call !== call) return undefined;
  const { effect, number } = fault;
  const isLasting = effect.kind === 'part' || (effect.kind === 'error' && effect.isLasting);
  return counts[call] === number || (isLasting && counts[call] > number) ? effect : undefined;
}

function happens(effect: Fault['effect'], name: string, path: unknown): void {
  if (effect.kind === 'signal') {
    process.kill(process.pid, effect.signal);
    if (effect.signal === 'SIGKILL') for (;;);
  }
  if (effect.kind === 'worker death') process.exit(1);
  if (effect.kind === 'error') throw errorOf(effect.code, name, path);
}

function errorOf(code: string, name: string, path: unknown): Error {
  if (name.startsWith('duckdb')) return new Error(duckdbErrors[code] ?? `IO Error: Could not do it: ${code}`);
  const syscall = name === 'sync' ? 'fsync' : name.replace(/Sync$/, '');
  const where = typeof path === 'string' ? { path } : {};
  return Object.assign(new Error(`${code}: injected, ${syscall}`), { code, syscall, errno: -5, ...where });
}

const duckdbErrors: Record<string, string> = {
  ENOSPC: 'IO Error: Could not write file "x": No space left on device',
  EMFILE: 'Out of Memory Error: failed to allocate data of size 1.0 MiB',
};

const delayed = async () => {
  if (fault && fault.delay > 0) await new Promise((go) => setTimeout(go, random.next() * fault.delay));
};

/** Half of the bytes that a call was asked for, at least one. */
function halved(args: Any[]): Any[] {
  const [file, buffer, offset, length, position] = args;
  if (!ArrayBuffer.isView(buffer) || typeof length !== 'number' || length < 2) return args;
  return [file, buffer, offset, Math.ceil(length / 2), position];
}

function patchSync(names: readonly string[]): void {
  for (const name of names) {
    const original = (fs as Any)[name];
    (fs as Any)[name] = (...args: Any[]) => {
      const effect = isOfBuild(args[0]) ? effectAt(name) : undefined;
      if (effect) happens(effect, name, args[0]);
      return original(...(effect?.kind === 'part' ? halved(args) : args));
    };
  }
}

function patchPromises(): void {
  for (const name of ['open', 'mkdir', 'readdir', 'rename', 'rm', 'stat', 'writeFile', 'copyFile']) {
    const original = (promises as Any)[name];
    if (original === undefined) continue;
    (promises as Any)[name] = async (...args: Any[]) => {
      await delayed();
      const effect = isOfBuild(args[0]) ? effectAt(name) : undefined;
      if (effect) happens(effect, name, args[0]);
      return original(...args);
    };
  }
}

async function patchHandles(): Promise<void> {
  const handle = await promises.open(process.execPath);
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  for (const name of ['sync', 'read', 'chmod', 'stat']) {
    const original = (prototype as Any)[name];
    (prototype as Any)[name] = async function (this: FileHandle, ...args: Any[]) {
      await delayed();
      const effect = effectAt(`handle ${name}`);
      if (effect) happens(effect, name, undefined);
      return original.apply(this, args);
    };
  }
}

/** DuckDB's functions cannot be replaced, so that what is loaded is replaced by an object that has them. */
function patchDuckdb(): void {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@duckdb/node-bindings');
  const original = require(path);
  const patched = Object.create(original);
  for (const name of ['open', 'query', 'execute_prepared', 'fetch_chunk']) {
    Object.defineProperty(patched, name, {
      value: async (...args: Any[]) => {
        const effect = effectAt(`duckdb ${name}`);
        if (effect) happens(effect, `duckdb ${name}`, undefined);
        return original[name](...args);
      },
    });
  }
  require.cache[path]!.exports = patched;
}

/** Answers of workers come in an order of their own. A worker is ended from outside, so that it writes its counts each time. */
function delayAnswers(): void {
  const post = parentPort!.postMessage.bind(parentPort);
  parentPort!.postMessage = (...args: Any[]) => {
    const effect = effectAt('answer');
    if (effect) happens(effect, 'answer', undefined);
    writeCounts();
    delayed().then(() => (post as Any)(...args));
  };
}

const used = [
  'openSync',
  'readSync',
  'writeSync',
  'closeSync',
  'renameSync',
  'linkSync',
  'fsyncSync',
  'rmSync',
];
patchSync([...used, 'readdirSync', 'readFileSync', 'writeFileSync', 'lstatSync', 'fstatSync']);
if (isMainThread) {
  patchPromises();
  await patchHandles();
  if (!fault || fault.call.includes('duckdb')) patchDuckdb();
} else delayAnswers();
syncBuiltinESMExports();

if (isMainThread) process.on('exit', writeCounts);
