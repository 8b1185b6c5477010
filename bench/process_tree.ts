import { readdirSync, readFileSync } from 'node:fs';

const PAGE = 4096;

/**
 * Resident memory of a process and all below it, bytes, as Linux reports it; 0 when it has ended.
 * Several processes share pages, so each then counts with its proportional share.
 */
export function residentBytes(pid: number): number {
  const pids = descendants(pid);
  const sizes = pids.length > 2 ? pids.map(proportionalBytes) : pids.map(ownBytes);
  return sizes.reduce((sum, size) => sum + size, 0);
}

function descendants(pid: number): number[] {
  const threads = attempt(() => readdirSync(`/proc/${pid}/task`), []);
  const children = threads.flatMap((thread) =>
    attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'), '')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
  return [pid, ...children.flatMap(descendants)];
}

function ownBytes(pid: number): number {
  return attempt(() => Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE, 0);
}

function proportionalBytes(pid: number): number {
  return attempt(() => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
  }, 0);
}

/** A process may end while it is looked at. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
