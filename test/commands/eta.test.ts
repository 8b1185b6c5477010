import test from 'ava';
import { Eta } from '../../etl/commands/eta.js';
import { count, duration, size } from '../../etl/commands/format.js';

test('work at an even rate ends when it says', (t) => {
  const eta = new Eta();
  for (let done = 100; done <= 1000; done += 100) {
    const { rate, secondsLeft } = eta.at(done, 1000, done / 50);
    t.is(Math.round(rate), 50);
    t.true(Math.abs(secondsLeft - (1000 - done) / 50) < 1e-6);
  }
});

test('a slow start is half forgotten', (t) => {
  const eta = new Eta();
  eta.at(50, 1000, 10);
  const { secondsLeft } = eta.at(150, 1000, 11);
  // 850 left: at 150 in 11 s that is 62 s, at 100 in 1 s it is 8.5 s
  t.true(Math.abs(secondsLeft - (62.333 + 8.5) / 2) < 0.01);
});

test('nothing done is no division by nothing', (t) => {
  const { rate, secondsLeft } = new Eta().at(0, 0, 0);
  t.true(Number.isFinite(rate));
  t.is(secondsLeft, 0);
});

test('numbers are written as people write them', (t) => {
  t.is(count(25000), '25,000');
  t.deepEqual([0.42, 12.4, 59.6, 125].map(duration), ['0.4 s', '12 s', '1 min 00 s', '2 min 05 s']);
  t.deepEqual([0, 999, 42_000, 1.6e9, 1e6].map(size), ['0 B', '999 B', '42.0 kB', '1.6 GB', '1.0 MB']);
});
