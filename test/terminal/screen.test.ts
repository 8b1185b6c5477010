import { PassThrough } from 'node:stream';
import test from 'ava';
import { type ScreenStream, screenOf } from '../../etl/terminal/screen.js';
import { shownWords, visibleCell, visibleLines } from '../../etl/terminal/visible.js';

const pipe = new PassThrough();
const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 132 }) as ScreenStream;

test('a terminal has its own width, anything else that of COLUMNS, or 80', (t) => {
  t.is(screenOf(terminal, { COLUMNS: '60' }).columns, 132);
  t.is(screenOf(pipe, { COLUMNS: '60' }).columns, 60);
  t.is(screenOf(pipe, {}).columns, 80);
  t.is(screenOf(pipe, { COLUMNS: 'wide' }).columns, 80);
  t.is(screenOf(pipe, { COLUMNS: '3' }).columns, 40);
  t.is(
    screenOf(Object.assign(new PassThrough(), { isTTY: true, columns: 0 }), { COLUMNS: '90' }).columns,
    90,
  );
});

test('ASCII only is what the locale or a dumb terminal asks for', (t) => {
  for (const env of [
    { LC_ALL: 'C' },
    { LC_ALL: 'POSIX', LANG: 'en_US.UTF-8' },
    { LANG: 'C' },
    { TERM: 'dumb' },
  ]) {
    t.true(screenOf(pipe, env).isAscii, JSON.stringify(env));
  }
  for (const env of [{}, { LANG: 'en_US.UTF-8' }, { LC_ALL: 'C.utf8', LANG: 'C' }, { LC_CTYPE: 'C.UTF-8' }]) {
    t.false(screenOf(pipe, env).isAscii, JSON.stringify(env));
  }
});

const unicode = screenOf(pipe, {});
const ascii = screenOf(pipe, { LC_ALL: 'C' });

test('nothing in a cell is obeyed by a terminal', (t) => {
  for (const [text, shown] of [
    ['\u001b[31mred', '\\x1b[31mred'],
    ['\u009b2J', '\\x9b2J'],
    ['a\u0007b\u0000c\u007f', 'a\\x07b\\x00c\\x7f'],
    ['\u001b]0;title\u0007', '\\x1b]0;title\\x07'],
    ['a\r\nb\nc\rd', 'a⏎b⏎c\\x0dd'],
    ['a\tb', 'a\\tb'],
    ['a\u202eb', 'a\\u{202e}b'],
    ['a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
    ['a\ud800b', 'a\\u{d800}b'],
    ['wärehouse 肺', 'wärehouse 肺'],
  ] as const) {
    t.is(visibleCell(text, unicode), shown);
  }
  t.is(visibleCell('wä\n肺', ascii), 'w\\xe4\\n\\u{80ba}');
});

test('lines stay lines', (t) => {
  t.is(visibleLines('a,b\n\u001b[1m\t,2\r\n'), 'a,b\n\\x1b[1m\t,2\r\n');
});

test('our own words have ASCII for their typography', (t) => {
  t.is(shownWords('0 done · 1 failed … 2×3 – ✔ ⠋', ascii), '0 done - 1 failed ... 2x3 - + -');
  t.is(shownWords('0 done · 1', unicode), '0 done · 1');
});
