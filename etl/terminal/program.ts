import { basename, delimiter, dirname, relative, resolve } from 'node:path';
import { root } from '../project.js';
import { shellWord } from '../shell_word.js';
import { widthOf } from './width.js';

/** How a process was started, as far as it says how to start the next. */
export interface Started {
  /** Path of the script, as it was called: that of a link where a shell found one. */
  readonly script: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * How to call this program where a message is printed: `imagenome` where a shell finds it, `npx imagenome` in a clone and where it
 * is a package of a project, else the script itself.
 */
export function programName({ script, cwd, env }: Started): string {
  if (isOnPath(script, env.PATH ?? '')) return 'imagenome';
  const isWithin = !relative(root, cwd).startsWith('..');
  if (isWithin || env.npm_command === 'exec' || /[\\/]\.bin$/.test(dirname(script))) return 'npx imagenome';
  return `node ${shellWord(script)}`;
}

/** What npm adds to PATH while it runs a script is not there in a shell. */
function isOnPath(script: string, path: string): boolean {
  if (basename(script).replace(/\.\w+$/, '') !== 'imagenome') return false;
  const folders = path.split(delimiter).filter((folder) => !/[\\/](\.bin|node-gyp-bin)$/.test(folder));
  return folders.some((folder) => folder !== '' && resolve(folder) === dirname(resolve(script)));
}

let name: string | undefined;

/** How this process is to be called again. */
export function program(): string {
  name ??= programName({ script: process.argv[1] ?? '', cwd: process.cwd(), env: process.env });
  return name;
}

/** Our own words with the commands in them as they are to be typed here: `imagenome info` → `npx imagenome info`. */
export function withProgram(text: string): string {
  return text.replace(
    /(?<![\w/.-]|npx )imagenome(?= (?:build|assemble|synth|sql|info|export|cite|check|reconstruct|evaluate|report|views|census|help|--version|…)\b)/g,
    program,
  );
}

/**
 * A command as it is to be typed here, within `width` columns where a shell allows it: a backslash ends a line that goes on.
 * @param words what stands behind the program, not yet quoted
 */
export function commandLine(words: readonly string[], width = Number.POSITIVE_INFINITY): string {
  const lines: string[] = [];
  let line = program();
  for (const word of words.map(shellWord)) {
    if (widthOf(line) + 1 + widthOf(word) + 2 <= width) line += ` ${word}`;
    else {
      lines.push(`${line} \\`);
      line = `    ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
