import test from 'ava';
import fc from 'fast-check';
import type { Identity } from '../../etl/graph/identity.js';
import { type Chunk, cutChunks, inWarehouseOrder, LARGEST_CHUNK } from '../../etl/plan/chunks.js';

const LARGEST = 8;

const identity: fc.Arbitrary<Identity> = fc.record({
  image_id: fc.string({ minLength: 1, unit: 'grapheme' }),
  patient_id: fc.oneof(
    fc.integer({ min: 10000000, max: 19999999 }),
    fc.integer({ min: 10000000, max: 10000020 }),
    fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    fc.integer({ min: 1, max: 120 }),
  ),
  study_id: fc.integer({ min: 50000000, max: 50000009 }),
  study_order: fc.option(fc.integer({ min: -2, max: 9 })),
});
const release = fc.uniqueArray(identity, { selector: ({ image_id }) => image_id, maxLength: 200 });

const cut = (graphs: readonly Identity[]) => cutChunks(graphs.toSorted(inWarehouseOrder), LARGEST);
const key = ({ patient_group, graphs }: Chunk) =>
  JSON.stringify([patient_group, ...graphs.map(({ image_id }) => image_id)]);

test('chunks hold every graph once, in order, of one patient group, and no more than they may', (t) => {
  fc.assert(
    fc.property(release, (graphs) => {
      const chunks = cut(graphs);
      t.deepEqual(
        chunks.flatMap((chunk) => chunk.graphs),
        graphs.toSorted(inWarehouseOrder),
      );
      const patients = new Set<number>();
      for (const { patient_group, graphs } of chunks) {
        const own = new Set(graphs.map(({ patient_id }) => patient_id));
        t.true(graphs.length > 0 && (graphs.length <= LARGEST || own.size === 1));
        for (const id of own) {
          t.is(patient_group, `p${String(id).slice(0, 2)}`);
          t.false(patients.has(id), 'a patient never spans two files');
          patients.add(id);
        }
      }
    }),
  );
});

test('parts of a patient group are numbered from 0 in the order of their rows', (t) => {
  fc.assert(
    fc.property(release, (graphs) => {
      const parts = new Map<string, number[]>();
      for (const { patient_group, part } of cut(graphs)) {
        parts.set(patient_group, [...(parts.get(patient_group) ?? []), part]);
      }
      for (const numbers of parts.values()) t.deepEqual(numbers, [...numbers.keys()]);
    }),
  );
});

test('a graph more or less leaves all chunks but its own as they were', (t) => {
  fc.assert(
    fc.property(release, identity, (graphs, more) => {
      fc.pre(graphs.every(({ image_id }) => image_id !== more.image_id));
      const [fewer, all] = [cut(graphs), cut([...graphs, more])];
      const keys = new Set(all.map(key));
      const lost = fewer.filter((chunk) => !keys.has(key(chunk)));
      t.true(lost.length <= 1, 'one chunk at most has changed or was halved');
    }),
  );
});

test('the images of one patient stay together, however many', (t) => {
  const graphs = Array.from({ length: LARGEST_CHUNK + 10 }, (_, i) => ({
    ...{ image_id: `i${i}`, patient_id: 10000001, study_id: 50000001, study_order: i },
  }));
  const neighbour = { image_id: 'n', patient_id: 10000002, study_id: 1, study_order: 1 };
  const chunks = cutChunks([...graphs, neighbour]);
  t.deepEqual(
    chunks.map(({ part, graphs }) => [part, graphs.length]),
    [
      [0, LARGEST_CHUNK + 10],
      [1, 1],
    ],
  );
});

test('ids are ordered by code points, as the bytes of their UTF-8', (t) => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const of = (image_id: string) => ({ image_id, patient_id: 1, study_id: 1, study_order: 1 });
      t.is(Math.sign(inWarehouseOrder(of(a), of(b))), Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
