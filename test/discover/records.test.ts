import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { findElements, findLines } from '../../etl/discover/records.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** The texts of the records that were found in a file of these bytes. */
async function recordsOf(find: typeof findLines, path: string): Promise<string[]> {
  const bytes = await readFile(path);
  const { refs } = await find(path, 'bundle');
  return refs.map(({ offset, size }) => bytes.subarray(offset, offset + size).toString());
}

/** The elements of a JSON array as stream-json reads them. */
async function elementsByStreamJson(path: string): Promise<unknown[]> {
  const elements: unknown[] = [];
  const stream = createReadStream(path).pipe(streamArray.withParserAsStream());
  for await (const { value } of stream as AsyncIterable<{ value: unknown }>) elements.push(value);
  return elements;
}

test('the elements of any JSON array are those that stream-json finds', async (t) => {
  const folder = await temporaryFolder(t);
  let runs = 0;
  const arrays = fc.tuple(fc.array(fc.jsonValue(), { maxLength: 6 }), fc.constantFrom(undefined, 1, '\t'));
  await fc.assert(
    fc.asyncProperty(arrays, async ([array, indent]) => {
      const path = join(folder, `${runs++}.json`);
      await writeFile(path, JSON.stringify(array, null, indent));
      const found = (await recordsOf(findElements, path)).map((text) => JSON.parse(text));
      t.deepEqual(found, await elementsByStreamJson(path));
    }),
    { numRuns: 200, examples: [[[[{ '': { '': '{', ':': null } }], undefined]]] },
  );
});

test('an element goes over the blocks in which the file is read', async (t) => {
  const path = join(await temporaryFolder(t), 'large.json');
  const array = Array.from({ length: 40 }, (_, i) => ({ i, text: `"\\,]}${'é'.repeat(40_000)}` }));
  await writeFile(path, JSON.stringify(array));
  t.deepEqual(await elementsByStreamJson(path), array);
  t.deepEqual(
    (await recordsOf(findElements, path)).map((text) => JSON.parse(text)),
    array,
  );
});

test('an element that is no JSON costs only itself', async (t) => {
  const path = join(await temporaryFolder(t), 'faulty.json');
  await writeFile(path, '\ufeff[ {"a": NaN} ,\n{"b": tru}, 7, {"c": [1, {"d": "]"}]}\n]\n');
  t.deepEqual(await recordsOf(findElements, path), [
    '{"a": NaN}',
    '{"b": tru}',
    '7',
    '{"c": [1, {"d": "]"}]}',
  ]);
});

test('what an array breaks off with is a record too', async (t) => {
  const path = join(await temporaryFolder(t), 'broken.json');
  await writeFile(path, '[{"a": 1}, {"b": "not en');
  t.deepEqual(await recordsOf(findElements, path), ['{"a": 1}', '{"b": "not en']);
});

test('lines are records, blank ones are none, and numbers count them all', async (t) => {
  const path = join(await temporaryFolder(t), 'x.jsonl');
  await writeFile(path, '{"a":1}\r\n\n  \t\n{"b":2}');
  t.deepEqual(await recordsOf(findLines, path), ['{"a":1}\r', '{"b":2}']);
  const { refs } = await findLines(path, 'x.jsonl');
  t.deepEqual(
    refs.map(({ name }) => name),
    ['1', '4'],
  );
});

test('any texts come back as lines', async (t) => {
  const folder = await temporaryFolder(t);
  let runs = 0;
  const lines = fc.array(
    fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text)),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(lines, async (texts) => {
      const path = join(folder, `${runs++}.jsonl`);
      await writeFile(path, texts.join('\n'));
      t.deepEqual(await recordsOf(findLines, path), texts);
    }),
    { numRuns: 100 },
  );
});
