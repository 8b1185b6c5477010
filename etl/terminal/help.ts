import { program } from './program.js';
import { widthOf } from './width.js';
import { wrapped } from './wrap.js';

/** Help within `columns`: a line that is too long goes on below its description, a command behind a backslash. */
export function fittedHelp(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => (widthOf(line) <= columns ? line : fittedLine(line, columns)))
    .join('\n');
}

function fittedLine(line: string, columns: number): string {
  if (line.startsWith('  ') && line.includes(`${program()} `)) return brokenCommand(line, columns);
  const [beginning = ''] = /^ *\S.*? {2,}(?=\S)|^ */.exec(line) ?? [];
  const lines = wrapped(line.slice(beginning.length), columns - beginning.length);
  return lines.map((one, i) => (i === 0 ? beginning : ' '.repeat(beginning.length)) + one).join('\n');
}

function brokenCommand(line: string, columns: number): string {
  const [indent = ''] = /^ */.exec(line) ?? [];
  const lines = [''];
  for (const word of line.trimStart().match(/"[^"]*"|\S+/g) ?? []) {
    const last = lines.at(-1)!;
    if (last !== '' && indent.length + last.length + word.length + 3 > columns) lines.push(`  ${word}`);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((one) => indent + one).join(' \\\n');
}
