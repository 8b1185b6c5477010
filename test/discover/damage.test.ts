import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import { ArrayScan } from '../../etl/discover/array_scan.js';
import { findElements } from '../../etl/discover/records.js';
import { attributesOf, graphOf, type Json, objectOf, relationshipOf } from '../helpers/graph.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** Graphs with entries in every list, and texts that look like the structure of a bundle. */
const graphs = Array.from({ length: 8 }, (_, i) =>
  graphOf({
    image_id: `image ${i}`,
    reason_for_exam: ['{ "image_id": ', '"},{"', ']}, [{', 'plain \\" text'][i % 4],
    objects: Array.from({ length: 3 }, (_, x1) => objectOf({ x1 })),
    attributes: [attributesOf({ phrases: ['one {"image_id": "x"}, two'] }), attributesOf()],
    relationships: [relationshipOf(), relationshipOf()],
  }),
);

const reversed = (graph: Json) => Object.fromEntries(Object.entries(graph).reverse());
const shuffled = (graph: Json, i: number) => {
  const entries = Object.entries(graph);
  return Object.fromEntries([...entries.slice(i + 1), ...entries.slice(0, i + 1)]);
};

/** Ways to write a bundle: the texts of its elements, and what stands between them. */
const bundles: Record<string, { elements: string[]; separator: string }> = {
  'on one line': { elements: graphs.map((graph) => JSON.stringify(graph)), separator: ',' },
  'one element a line': { elements: graphs.map((graph) => JSON.stringify(graph)), separator: ',\n' },
  indented: { elements: graphs.map((graph) => JSON.stringify(graph, null, 4)), separator: ',\r\n    ' },
  'of keys in reverse': { elements: graphs.map((graph) => JSON.stringify(reversed(graph))), separator: ', ' },
  'of keys in any order': {
    elements: graphs.map((graph, i) => JSON.stringify(shuffled(graph, i))),
    separator: ', ',
  },
  'with a first key of its own': {
    elements: graphs.map((graph) => JSON.stringify({ source: 'a', ...graph })),
    separator: ',',
  },
};

/** The ranges that the scanner finds when it gets the bytes in blocks of this size, as texts. */
function elementsOf(bytes: Buffer, block: number): string[] {
  const texts: string[] = [];
  const scan = new ArrayScan(([start, end]) => texts.push(bytes.subarray(start, end).toString()));
  for (let i = 0; i < bytes.length; i += block) scan.push(bytes.subarray(i, i + block));
  scan.end();
  return texts;
}

/** A change of a bundle: what stands from `start` to `end` becomes `text`. */
interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const structure = ['"', '{', '}', '[', ']', ',', ':', '\\', '\n', '"}', '{"', '[{', '\0', ' '];

/** One change at a place of the bundle: a byte more, less or other; a stretch that is gone; an element that breaks off. */
function mutantsOf(length: number, ends: readonly number[]): fc.Arbitrary<Mutant> {
  const place = fc.integer({ min: 1, max: length - 2 });
  const breakOff = (start: number, kept: number) => {
    const end = ends.find((one) => one > start) ?? length - 1;
    return { start, end: Math.min(end + kept, length), text: '' };
  };
  return fc.oneof(
    fc.record({ start: place, text: fc.constantFrom(...structure) }).map((m) => ({ ...m, end: m.start })),
    fc
      .record({ start: place, text: fc.constantFrom('', ...structure) })
      .map((m) => ({ ...m, end: m.start + 1 })),
    fc.tuple(place, fc.integer({ min: 1, max: 400 })).map(([start, size]) => ({
      start,
      end: Math.min(start + size, length),
      text: '',
    })),
    fc.tuple(place, fc.constantFrom(0, 1)).map(([start, kept]) => breakOff(start, kept)),
  );
}

for (const [name, { elements, separator }] of Object.entries(bundles)) {
  const whole = `[${elements.join(separator)}]`;
  const starts = elements.map((_, i) => 1 + elements.slice(0, i).join('').length + i * separator.length);
  const ends = elements.map((text, i) => starts[i]! + text.length);

  test(`one fault in a bundle ${name} costs its element and at most the one it ran into`, (t) => {
    t.deepEqual(elementsOf(Buffer.from(whole), 1000), elements);
    fc.assert(
      fc.property(
        mutantsOf(whole.length, ends),
        fc.integer({ min: 1, max: 5000 }),
        ({ start, end, text }, block) => {
          const found = new Set(
            elementsOf(Buffer.from(whole.slice(0, start) + text + whole.slice(end)), block),
          );
          const isTouched = (i: number) => start <= ends[i]! && end >= starts[i]!;
          const touched = elements.filter((_, i) => isTouched(i)).length;
          const lost = elements.filter((element) => !found.has(element)).length;
          t.true(lost <= Math.max(touched, 1) + 1, `${lost} lost, ${touched} touched`);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test(`every byte of a damaged bundle ${name} stands in a record`, (t) => {
    fc.assert(
      fc.property(mutantsOf(whole.length, ends), ({ start, end, text }) => {
        const bytes = whole.slice(0, start) + text + whole.slice(end);
        const visible = (one: string) => one.replace(/[\s,[\]{}]/g, '');
        t.is(visible(elementsOf(Buffer.from(bytes), 1 << 20).join('')), visible(bytes));
      }),
      { numRuns: 500 },
    );
  });
}

test('what begins like a graph within a sound element is a part of it', (t) => {
  const history = [{ image_id: 'earlier', list: [{ image_id: 'earliest' }] }, { image_id: 'another' }];
  const elements = [{ image_id: 'a', history, previous: { viewpoint: 'AP' } }, { image_id: 'b' }];
  const texts = elements.map((element) => JSON.stringify(element));
  for (const block of [1, 7, 1000])
    t.deepEqual(elementsOf(Buffer.from(`[${texts.join(',')}]`), block), texts);
});

test('graphs that an element swallowed before its fault was seen are elements again', (t) => {
  const [a, b, c] = graphs.slice(0, 3).map((graph) => JSON.stringify(graph));
  const cut = a!.slice(0, a!.indexOf('],"attributes"'));
  t.deepEqual(elementsOf(Buffer.from(`[${cut},${b},${c}]`), 1000), [cut, b!, c!]);
});

test('elements without a comma between them are two', (t) => {
  const [a, b] = graphs.slice(0, 2).map((graph) => JSON.stringify(graph));
  t.deepEqual(elementsOf(Buffer.from(`[${a}${b}]`), 1000), [a!, b!]);
  t.deepEqual(elementsOf(Buffer.from('[{"x":1} {"x":2}]'), 1000), ['{"x":1}', '{"x":2}']);
});

test('a bundle without its opening bracket is a bundle; a file of one graph is that graph', async (t) => {
  const folder = await temporaryFolder(t);
  const texts = graphs.map((graph) => JSON.stringify(graph, null, 2));
  const recordsOf = async (text: string) => {
    await writeFile(join(folder, 'x.json'), text);
    const { refs } = await findElements(join(folder, 'x.json'), 'x.json');
    return refs.map(({ offset, size }) =>
      Buffer.from(text)
        .subarray(offset, offset + size)
        .toString(),
    );
  };
  t.deepEqual(await recordsOf(`${texts.join(',\n')}]`), texts);
  t.deepEqual(await recordsOf(`{${texts.join(',\n')}]`), ['{', ...texts]);
  t.deepEqual(await recordsOf(texts.join('\n')), texts);
  t.deepEqual(await recordsOf(`\n${texts[0]!}\n`), [`\n${texts[0]!}\n`]);
  t.deepEqual(await recordsOf(texts[0]!.slice(0, -9)), [texts[0]!.slice(0, -9)]);
});
