import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/**
 * Unpacks the graphs of a zip, a file for each core that holds one graph after the other; image ids begin with a hex
 * digit, which deals them out. Gives the glob of the files.
 */
export async function unpack(zip: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const lanes = Math.min(availableParallelism(), 16);
  const digits = [...'0123456789abcdef'];
  const shares = Array.from({ length: lanes }, (_, lane) => digits.filter((_, i) => i % lanes === lane));
  await Promise.all(shares.map((share, lane) => inflate(zip, share, join(folder, `${lane}.json`))));
  return join(folder, '*.json');
}

async function inflate(zip: string, digits: readonly string[], path: string): Promise<void> {
  const file = openSync(path, 'w');
  const child = spawn('unzip', ['-p', zip, `*/[${digits.join('')}]*.json`], {
    stdio: ['ignore', file, 'inherit'],
  });
  const [code] = await once(child, 'close');
  closeSync(file);
  if (code !== 0) throw new Error(`unzip ended with code ${code}`);
}
