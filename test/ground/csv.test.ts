import test from 'ava';
import { csvLine } from '../../etl/csv.js';
import { writeFiles } from '../helpers/files.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withMemory } from '../helpers/warehouse.js';

const texts = [
  'plain',
  'a,b',
  'a\tb',
  'say "no"',
  'two\nlines',
  'carriage\rreturn',
  'both\r\nbreaks',
  ' blanks ',
  '"',
];

test('a field that could be misread is quoted', (t) => {
  t.is(csvLine(['a', 'b,c', 'd"e', 'f\ng', 'h\ri', 1.5, null, '']), 'a,"b,c","d""e","f\ng","h\ri",1.5,,\n');
  t.is(csvLine(['a,b', 'c\td'], '\t'), 'a,b\t"c\td"\n');
  t.is(csvLine([null, ''], ',', '""'), ',""\n');
});

for (const [name, delimiter] of [
  ['comma', ','],
  ['tab', '\t'],
] as const) {
  test(`DuckDB reads back what is written with a ${name}`, async (t) => {
    const folder = await temporaryFolder(t);
    const lines = [
      csvLine(['n', 'text'], delimiter),
      ...texts.map((text, n) => csvLine([n, text], delimiter)),
    ];
    await writeFiles(folder, { 'texts.csv': lines.join('') });
    const read = `read_csv('${folder}/texts.csv', header = true, all_varchar = true, delim = '${delimiter}', quote = '"', escape = '"')`;
    const rows = await withMemory((ask) => ask(`select text from ${read} order by n::integer`));
    t.deepEqual(
      rows.map(({ text }) => text),
      texts,
    );
  });
}
