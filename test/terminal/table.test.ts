import test from 'ava';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { recordsText } from '../../etl/terminal/records.js';
import { type Screen, screenOf } from '../../etl/terminal/screen.js';
import { fitTable, listTable } from '../../etl/terminal/table.js';

const screen = (columns: number, env: NodeJS.ProcessEnv = {}): Screen => ({
  ...screenOf(process.stdout, env),
  columns,
});
const left = () => false;
const linesOf = (text: string) => text.trimEnd().split('\n');

test('what fits is shown whole, numbers flush right', (t) => {
  const { text, hidden } = fitTable(
    ['name', 'n'],
    [
      ['a', '1'],
      ['bb', '100'],
    ],
    (i) => i === 1,
    screen(80),
  );
  t.is(text, 'name    n\na       1\nbb    100\n');
  t.is(hidden, 0);
});

test('the widest cells are cut first, and numbers never', (t) => {
  const rows = [['x'.repeat(50), 'y'.repeat(20), '123456789012']];
  const { text, hidden } = fitTable(['a', 'b', 'n'], rows, (i) => i === 2, screen(60));
  const [, row] = linesOf(text);
  t.is(hidden, 0);
  t.is(row!.length, 60);
  t.true(row!.includes('y'.repeat(20)));
  t.regex(row!, /^x+… /);
  t.regex(row!, / 123456789012$/);
});

test('columns that do not fit are left out of the middle, with a mark in their place', (t) => {
  const header = Array.from({ length: 20 }, (_, i) => `column_${i + 1}`);
  const { text, hidden } = fitTable(header, [header.map(() => 'v'.repeat(30))], left, screen(80));
  const [names] = linesOf(text);
  const shown = names!.split(/ +/);
  t.is(shown[0], 'column_1');
  t.is(shown.at(-1), 'column_20');
  t.is(shown.filter((name) => name === '…').length, 1);
  t.is(hidden, 20 - (shown.length - 1));
  t.true(linesOf(text).every((line) => line.length <= 80));
  const cells = linesOf(text)[1]!
    .split(/ +/)
    .filter((cell) => cell !== '…');
  t.true(
    cells.every((cell) => cell.length >= 12),
    'what is shown can be read',
  );
});

test('wide characters take two columns, combining ones none', (t) => {
  const { text } = fitTable(
    ['region', 'next'],
    [
      ['肺', 'x'],
      ['e\u0301', 'x'],
      ['ab', 'x'],
    ],
    left,
    screen(80),
  );
  t.is(text, 'region  next\n肺      x\ne\u0301       x\nab      x\n');
  const cut = linesOf(fitTable(['a'], [['肺'.repeat(60)]], left, screen(41)).text)[1]!;
  t.is(stringWidth(cut), 41);
  t.regex(cut, /^肺+…$/);
});

test('a list wraps its last column and keeps all of it', (t) => {
  const words = 'a description that has to be read whole, however long it may be, word by word';
  const text = listTable(
    ['name', ''],
    [
      ['one', words],
      ['two', 'short'],
    ],
    left,
    screen(40),
  );
  t.true(linesOf(text).every((line) => line.length <= 40));
  t.is(
    text
      .replace(/^(name|one|two)/gm, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    `${words} short`,
  );
  t.regex(text, /^two {3}short$/m);
});

test('records have every value whole, a line for each column', (t) => {
  const text = recordsText(
    ['id', 'phrase'],
    [
      ['1', 'w '.repeat(60).trim()],
      ['2', ''],
    ],
    screen(40),
  );
  t.true(linesOf(text).every((line) => line.length <= 40));
  t.regex(text, /^row 1\nid {6}1\nphrase {2}w w/);
  t.is([...text.matchAll(/\bw\b/g)].length, 60);
  t.regex(text, /\n\nrow 2\nid {6}2\nphrase\n$/);
});

test('whatever is in the cells, no line is wider than the screen', (t) => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((text) => text.replace(/[\p{C}\p{Z}]/gu, ' '));
  const table = fc
    .integer({ min: 1, max: 12 })
    .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 5 }));
  fc.assert(
    fc.property(table, fc.integer({ min: 40, max: 160 }), ([header, ...rows], columns) => {
      for (const text of [
        fitTable(header!, rows, left, screen(columns)).text,
        listTable(header!, rows, left, screen(columns)),
        recordsText(header!, rows, screen(columns)),
      ]) {
        for (const line of text.split('\n')) {
          if (stringWidth(line) > columns) throw new Error(`${stringWidth(line)} of ${columns}: ${line}`);
        }
      }
    }),
    { numRuns: 300 },
  );
  t.pass();
});
