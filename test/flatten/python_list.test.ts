import test from 'ava';
import { parsePythonList } from '../../etl/graph/python_list.js';

/** As Python's repr writes lists of strings, and what it reads back. */
const lists: readonly [text: string, values: string[]][] = [
  ['[]', []],
  ["['No status change']", ['No status change']],
  [`["Patient's", 'b']`, ["Patient's", 'b']],
  [`['say "x"', 'it\\'s']`, ['say "x"', "it's"]],
  ["['a\\\\b', 'tab\\tline\\n', '\\xe9\\u00e9']", ['a\\b', 'tab\tline\n', 'éé']],
  ["['a\\\\']", ['a\\']],
  ["['a\\\\', 'b']", ['a\\', 'b']],
  ["[ 'a' ,\n 'b', ]", ['a', 'b']],
  ["['a, b', '[c]']", ['a, b', '[c]']],
];

for (const [text, values] of lists) {
  test(`reads ${JSON.stringify(text)}`, (t) => t.deepEqual(parsePythonList(text), values));
}

for (const text of [
  '',
  'No status change',
  "'a'",
  "['a'",
  "['a' 'b']",
  "['a', 1]",
  "['a'] + ['b']",
  "['a]",
  "['a\\']",
  '[None]',
]) {
  test(`refuses ${JSON.stringify(text)}`, (t) => t.is(parsePythonList(text), null));
}

test('takes long hostile texts in linear time', (t) => {
  const started = performance.now();
  parsePythonList(`[${"'a',".repeat(200_000)}`);
  parsePythonList(`['${'\\'.repeat(200_001)}`);
  t.true(performance.now() - started < 2000);
});
