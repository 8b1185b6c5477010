import { existsSync, readFileSync } from 'node:fs';

/** Rows of a text table by the names of its header, none where it is absent; synthetic lists have no quoted fields. */
export function readTable(path: string, separator: string): Record<string, string>[] {
  if (!existsSync(path)) return [];
  const [header = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const names = header.split(separator);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const fields = line.split(separator);
      return Object.fromEntries(names.map((name, i) => [name, fields[i] ?? '']));
    });
}
