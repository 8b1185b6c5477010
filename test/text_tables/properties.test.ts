import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import test from 'ava';
import fc from 'fast-check';
import { isReconciled, reader } from './read.js';

/** A row of a sentences file. */
interface Sentence {
  readonly patient_id: number;
  readonly study_id: number;
  readonly sent_loc: number;
  readonly section: string;
  readonly sentence: string;
}

const headers = ['subject_id', 'rad_id', 'sent_loc', 'row_id', 'section', 'sentence'];

const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('clear', 'é', '肺', '😀', ' ', '.', '5', '\\', "'", '\u001f', '\0'),
  },
  { weight: 1, arbitrary: fc.constantFrom('"', '""', '\t', ',', ';', '\n', '\r\n', '\r', '|') },
);
const text = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(''))
  .filter((one) => one !== '');

const table = (sentence: fc.Arbitrary<string>) =>
  fc
    .array(
      fc.record({
        patient_id: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        sent_loc: fc.oneof(fc.nat(99), fc.constant(10.5)),
        section: fc.constantFrom('finalreport', 'history', 'other words'),
        sentence,
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((rows): Sentence[] => rows.map((row, i) => ({ ...row, study_id: 50_000_000 + i })));

type Style = 'minimal' | 'all' | 'text' | 'backslash';

function written(rows: readonly Sentence[], style: Style, delimiter: string, lineEnd: string): string {
  const field = (value: string | number) => {
    const isText = typeof value === 'string';
    const needsQuotes = isText && (value.includes(delimiter) || /["\r\n]/.test(value));
    if (!needsQuotes && style !== 'all' && !(style === 'text' && isText)) return String(value);
    return style === 'backslash'
      ? `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
      : `"${String(value).replaceAll('"', '""')}"`;
  };
  const body = rows.map(({ patient_id, study_id, sent_loc, section, sentence }) =>
    [patient_id, study_id, sent_loc, `${study_id}|${sent_loc}`, section, sentence].map(field),
  );
  return [headers, ...body].map((fields) => fields.join(delimiter)).join(lineEnd);
}

const expectedRows = (rows: readonly Sentence[]) =>
  rows.map(({ patient_id, study_id, sent_loc, section, sentence }) => ({
    ...{ patient_id, study_id, sent_loc, row_id: `${study_id}|${sent_loc}`, section, sentence },
  }));

const encodings: Record<string, (content: string) => Uint8Array> = {
  utf8: (content) => Buffer.from(content),
  mark: (content) => Buffer.from(`\ufeff${content}`),
  gzip: (content) => gzipSync(content),
  utf16le: (content) => Buffer.from(`\ufeff${content}`, 'utf16le'),
  utf16be: (content) => Buffer.from(`\ufeff${content}`, 'utf16le').swap16(),
};

test('what RFC 4180 allows is read as it is, in every style of quotes, delimiter, line end and encoding', async (t) => {
  const read = await reader(t);
  await fc.assert(
    fc.asyncProperty(
      table(text),
      fc.constantFrom<Style>('minimal', 'all', 'text'),
      fc.constantFrom('\t', ',', ';', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom(...Object.keys(encodings)),
      fc.constantFrom('', 'end', 'blank'),
      async (rows, style, delimiter, lineEnd, encoding, tail) => {
        const end =
          tail === ''
            ? ''
            : tail === 'end'
              ? lineEnd
              : `${lineEnd}${lineEnd}${delimiter.repeat(5)}${lineEnd}`;
        const found = await read(encodings[encoding]!(written(rows, style, delimiter, lineEnd) + end));
        assert.deepEqual(found.rows, expectedRows(rows));
        t.deepEqual(found.rejected, []);
        t.true(isReconciled(found));
        const expected = found.issues.filter((issue) => !/^other_(delimiter|encoding)/.test(issue));
        t.deepEqual(expected, []);
      },
    ),
    { numRuns: 1000 },
  );
});

test('quotes that a backslash escapes are read, and reported', async (t) => {
  const read = await reader(t);
  const plain = text.filter((one) => !one.includes('\n') && !one.includes('\r'));
  await fc.assert(
    fc.asyncProperty(table(plain), async (rows) => {
      const found = await read(`${written(rows, 'backslash', '\t', '\n')}\n`);
      t.is(found.rows.length, rows.length);
      t.true(isReconciled(found));
    }),
    { numRuns: 50 },
  );
});

/** What befalls one line of a file. */
const damage = fc.constantFrom<(line: string, at: number) => Buffer>(
  (line, at) => Buffer.from(`${line.slice(0, at)}"${line.slice(at)}`),
  (line, at) => Buffer.from(`${line.slice(0, at)}\t${line.slice(at)}`),
  (line, at) => Buffer.from(`${line.slice(0, at)}\n${line.slice(at)}`),
  (line, at) => Buffer.from(line.slice(0, at)),
  (line, at) => Buffer.from(line.slice(at)),
  (line, at) =>
    Buffer.concat([
      Buffer.from(line.slice(0, at)),
      Buffer.from([0xff, 0xc3, 0]),
      Buffer.from(line.slice(at)),
    ]),
  (line) => Buffer.from(line.replace('\t', '')),
  (line) => Buffer.from(line.replace(/\t([^\t]*)$/, '\t"$1')),
  (line) => Buffer.from(line.replace(/$/, '"')),
  (line) => Buffer.alloc(line.length),
  () => Buffer.alloc(0),
);

test('damage to some lines costs no other line, and every line is accounted for', async (t) => {
  const read = await reader(t);
  const plain = fc.constantFrom('The lungs are clear.', '5" tube', 'é', 'a "quoted" word', 'No change.');
  await fc.assert(
    fc.asyncProperty(
      table(plain),
      fc.array(fc.tuple(fc.nat(), fc.nat(), damage), { maxLength: 3 }),
      async (rows, faults) => {
        const lines: Buffer[] = written(rows, 'minimal', '\t', '\n')
          .replaceAll('""', '"')
          .split('\n')
          .map((line) => Buffer.from(line));
        const hit = new Set<number>();
        for (const [which, at, spoil] of faults) {
          const line = which % rows.length;
          if (hit.has(line)) continue;
          hit.add(line);
          const before = lines[line + 1]!.toString();
          lines[line + 1] = spoil(before, at % before.length);
        }
        const found = await read(Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')])));
        t.true(isReconciled(found));
        const untouched = rows.filter((_, i) => !hit.has(i));
        const sentencesOf = new Map(found.rows.map((row) => [row.study_id, row.sentence]));
        for (const { study_id, sentence } of untouched) {
          const quoted = sentence.includes('"') ? [sentence, `"${sentence}"`] : [sentence];
          t.true(
            quoted.includes(String(sentencesOf.get(study_id))),
            `${study_id}: ${sentencesOf.get(study_id)}`,
          );
        }
      },
    ),
    { numRuns: 100 },
  );
});
