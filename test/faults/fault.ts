import { Random } from '../../etl/synth/random.js';

/** Calls of the threads of a build that can go wrong, with how often a build without faults makes them: `main.renameSync` → 1. */
export type Calls = Readonly<Record<string, number>>;

/** What happens at a call: an error of the system, a part of the bytes, the end of the process or of the thread, a signal. */
export type Effect =
  | { readonly kind: 'error'; readonly code: string; readonly isLasting: boolean }
  | { readonly kind: 'part' }
  | { readonly kind: 'worker death' }
  | { readonly kind: 'signal'; readonly signal: NodeJS.Signals };

/** What a seed stands for: an order of completion, and what goes wrong at one call. */
export interface Fault {
  readonly seed: number;
  /** Whether there is an earlier warehouse. */
  readonly hasEarlier: boolean;
  readonly workers: number;
  /** Whether two folders can be exchanged at one stroke. */
  readonly canExchange: boolean;
  /** Longest delay in ms of an answer of a worker or of the file system. */
  readonly delay: number;
  /** The call, and the how many-eth of its thread it is. */
  readonly call: string;
  readonly number: number;
  readonly effect: Effect;
}

const codes = ['EIO', 'ENOSPC', 'EACCES', 'EMFILE', 'ESTALE', 'EBUSY', 'EROFS'] as const;
const signals = ['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Calls that may do a part of what they were asked. */
const inParts = ['readSync', 'writeSync', 'read'];

/** The fault of a seed, always the same. */
export function faultOf(seed: number, calls: Calls): Fault {
  const random = new Random(seed, 9);
  const call = random.pick(Object.keys(calls).sort());
  return {
    seed,
    hasEarlier: random.chance(0.8),
    workers: random.whole(1, 2),
    canExchange: random.chance(0.5),
    delay: random.pick([0, 0, 5, 20]),
    call,
    number: random.whole(1, calls[call]!),
    effect: effectOf(call, random),
  };
}

function effectOf(call: string, random: Random): Effect {
  const [thread, name] = call.split('.');
  const kind = random.weighted([
    { kind: 'error', weight: 5 },
    { kind: 'signal', weight: 3 },
    { kind: 'worker death', weight: thread === 'worker' ? 2 : 0 },
    { kind: 'part', weight: inParts.includes(name!) ? 3 : 0 },
  ] as const).kind;
  if (kind === 'error') {
    // A worker takes a file that it may not read for one bad graph.
    const possible = thread === 'worker' ? codes.filter((code) => code !== 'EACCES') : codes;
    return { kind, code: random.pick(possible), isLasting: random.chance(0.5) };
  }
  if (kind === 'signal') return { kind, signal: random.pick(signals) };
  return { kind };
}
