import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process as another one can find it again: on this host, after a restart of the host, from another container. */
export interface Holder {
  readonly host: string;
  /** Of the time since the host was last started; null where the system has none (it is that of Linux). */
  readonly boot_id: string | null;
  /** What its pid counts in: a container has its own; null as above. */
  readonly pid_namespace: string | null;
  readonly pid: number;
  /** When it started, in ticks since the host did: a later process may get the same pid. Null as above. */
  readonly process_start: string | null;
}

/** Whether a process still runs: of one on another host, or in another container, nobody here can say. */
export type Fate = 'alive' | 'dead' | 'unknown';

/** The namespace that sees the processes of all others; its number is fixed in the Linux kernel. */
const INITIAL_NAMESPACE = 'pid:[4026531836]';

/** This process. */
export function thisProcess(): Holder {
  return {
    host: hostname(),
    boot_id: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pid_namespace: orNull(() => readlinkSync('/proc/self/ns/pid')),
    pid: process.pid,
    process_start: startOf('self') ?? null,
  };
}

/** Whether a process still runs, as far as it can be known from here. */
export function fateOf(holder: Holder): Fate {
  const here = thisProcess();
  if (holder.boot_id !== here.boot_id) return holder.host === here.host ? 'dead' : 'unknown';
  if (here.boot_id === null && holder.host !== here.host) return 'unknown';
  if (holder.pid_namespace === here.pid_namespace) return isRunning(holder) ? 'alive' : 'dead';
  if (here.pid_namespace !== INITIAL_NAMESPACE) return 'unknown';
  return isWithin(holder) ? 'alive' : 'dead';
}

/** Whether the process with this pid is that one, and no later one. */
function isRunning({ pid, process_start }: Holder): boolean {
  if (!isAlive(pid)) return false;
  const start = startOf(pid);
  return start === undefined || (start !== null && (process_start === null || start === process_start));
}

/** Whether some process has this pid. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a process of a container runs: seen from outside of it by its pid within, and its start. */
function isWithin({ pid, process_start }: Holder): boolean {
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name) || startOf(name) !== process_start) return false;
    const status = orNull(() => readFileSync(`/proc/${name}/status`, 'utf8'));
    return status !== null && new RegExp(`^NSpid:.*\\t${pid}$`, 'm').test(status);
  });
}

/** Start of a process; null of one that has ended and was not waited for; undefined where nothing says so. */
function startOf(pid: number | string): string | null | undefined {
  const stat = orNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === null) return undefined;
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? null : fields[18]!;
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
