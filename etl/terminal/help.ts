import { program } from './program.js';
import { widthOf } from './width.js';
import { hanging, wrapped } from './wrap.js';

/**
 * Help within `columns`: a paragraph or a description of which a line is too long is laid out anew, a command is broken behind a
 * backslash.
 */
export function fittedHelp(text: string, columns: number): string {
  return blocksOf(text.split('\n'))
    .flatMap((lines) =>
      lines.every((line) => widthOf(line) <= columns) ? lines : fittedBlock(lines, columns),
    )
    .join('\n');
}

const isCommand = (line: string) => line.startsWith('  ') && line.includes(`${program()} `);

/** Where the words of a line begin that go on below it: behind an option or a heading, and two blanks. */
const beginningOf = (line: string) => /^ *\S.*? {2,}(?=\S)|^Exit codes: |^ */.exec(line)?.[0] ?? '';
const indentOf = (line: string) => /^ */.exec(line)![0].length;

/** Lines, each with those that go on below it. */
function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    if (block !== undefined && goesOn(block, line)) block.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function goesOn(block: readonly string[], line: string): boolean {
  const [first] = block;
  if (first === '' || line === '' || isCommand(line) || isCommand(first!)) return false;
  return indentOf(line) === beginningOf(first!).length && beginningOf(line).length === indentOf(line);
}

function fittedBlock(block: readonly string[], columns: number): string[] {
  const [first] = block;
  if (isCommand(first!)) return brokenCommand(first!, columns).split('\n');
  const beginning = beginningOf(first!);
  const words = block.map((line) => line.slice(beginning.length)).join(' ');
  const lines = wrapped(words, columns - beginning.length);
  return hanging(beginning, lines).split('\n');
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
