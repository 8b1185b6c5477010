import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Number of renameat2 where Linux runs on this processor, and its words for "this folder" and "exchange". */
const linuxCalls: Readonly<Record<string, number>> = {
  x64: 316,
  arm64: 276,
  riscv64: 276,
  ppc64: 357,
  s390x: 347,
};

/** Longest time in ms that such a program is waited for. */
const PATIENCE = 10_000;

/** Programs that exchange two folders, the quickest first. Node itself has no call that does so. */
function programs(): readonly (readonly string[])[] {
  if (process.platform === 'darwin') {
    return [['perl', '-e', 'exit(syscall(488, -2, $ARGV[0], -2, $ARGV[1], 2) == 0 ? 0 : 1)']];
  }
  if (process.platform !== 'linux') return [];
  const call = linuxCalls[process.arch];
  const python = `import ctypes, os, sys
a, b = map(os.fsencode, sys.argv[1:])
sys.exit(ctypes.CDLL(None).renameat2(-100, a, -100, b, 2) != 0)`;
  return [
    ['mv', '--exchange', '--no-copy', '--no-target-directory', '--'],
    ...(call
      ? [['perl', '-e', `exit(syscall(${call}, -100, $ARGV[0], -100, $ARGV[1], 2) == 0 ? 0 : 1)`]]
      : []),
    ['python3', '-I', '-c', python],
  ];
}

/**
 * Exchanges two folders at one stroke: at no moment either path is without one. False where the file system or the machine cannot;
 * nothing has changed then. Both paths are absolute.
 */
export function exchange(one: string, other: string): boolean {
  const before = [statSync(one).ino, statSync(other).ino];
  for (const [program, ...args] of programs()) {
    const { PATH } = process.env;
    spawnSync(program!, [...args, one, other], { stdio: 'ignore', timeout: PATIENCE, env: { PATH } });
    // What has happened counts, not what the program says of it.
    if (statSync(one).ino === before[1] && statSync(other).ino === before[0]) return true;
  }
  return false;
}
