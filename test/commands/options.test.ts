import test from 'ava';
import { oneOf, wholeNumber } from '../../etl/commands/options.js';
import { UserError } from '../../etl/error.js';

const option = { name: 'workers', least: 1, most: 256 };

test('a whole number within its bounds is taken, the default where there is none', (t) => {
  for (const [value, number] of [
    ['1', 1],
    ['256', 256],
    ['007', 7],
  ] as const) {
    t.is(wholeNumber({ workers: value }, option), number);
  }
  t.is(wholeNumber({}, { ...option, unless: 3 }), 3);
});

test('anything else is wrong usage, and the message says what is expected', (t) => {
  for (const value of [
    '0',
    '257',
    '1.5',
    '-1',
    'two',
    '',
    '1e2',
    ' 1',
    '99999999999999999',
    true,
    undefined,
  ]) {
    const error = t.throws(() => wholeNumber({ workers: value }, option), { instanceOf: UserError });
    t.is(error.exitCode, 2);
    const found = value === undefined ? 'nothing' : `'${value}'`;
    t.is(error.message, `--workers: expected a whole number from 1 to 256, found ${found}`);
  }
});

test('one of some words is taken, another is wrong usage', (t) => {
  t.is(oneOf({ derived: 'none' }, 'derived', ['all', 'none'], 'all'), 'none');
  t.is(oneOf({}, 'derived', ['all', 'none'], 'all'), 'all');
  const error = t.throws(() => oneOf({ derived: 'some' }, 'derived', ['all', 'none'], 'all'), {
    instanceOf: UserError,
  });
  t.is(error.exitCode, 2);
  t.is(error.message, "--derived: expected one of all, none, found 'some'");
});
