import { join } from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import type { Identity } from '../../etl/graph/identity.js';
import { cutChunks, inWarehouseOrder } from '../../etl/plan/chunks.js';
import { partPath } from '../../etl/warehouse/layout.js';

const identities = fc
  .array(
    fc.record({
      image_id: fc.uuid(),
      patient_id: fc.oneof(
        fc.integer({ min: 10000000, max: 10000040 }),
        fc.integer({ min: 1, max: 2147483647 }),
      ),
      study_id: fc.integer({ min: 1, max: 50 }),
      study_order: fc.option(fc.integer({ min: 1, max: 5 })),
    }),
    { maxLength: 120 },
  )
  .map((list: Identity[]) => list.sort(inWarehouseOrder));

const LARGEST = 8;
const group = (patientId: number) => `p${String(patientId).slice(0, 2)}`;

test('chunks hold every graph once, in order; no patient is in two, no group is mixed', (t) => {
  fc.assert(
    fc.property(identities, (sorted) => {
      const chunks = cutChunks(sorted, LARGEST);
      const groups = new Set(chunks.map(({ patient_group }) => patient_group));
      t.deepEqual(
        chunks.flatMap(({ graphs }) => graphs),
        sorted,
      );
      const owners = chunks.flatMap(({ graphs }) => [...new Set(graphs.map(({ patient_id }) => patient_id))]);
      t.is(owners.length, new Set(owners).size);
      for (const name of groups) {
        const parts = chunks.filter(({ patient_group }) => patient_group === name);
        t.deepEqual(
          parts.map(({ part }) => part),
          [...parts.keys()],
        );
        const graphs = parts.flatMap((chunk) => chunk.graphs);
        t.true(graphs.every(({ patient_id }) => group(patient_id) === name));
        t.deepEqual(graphs, graphs.toSorted(inWarehouseOrder));
      }
    }),
  );
});

test('a chunk is larger than the bound only where one patient is', (t) => {
  fc.assert(
    fc.property(identities, (sorted) => {
      for (const { graphs } of cutChunks(sorted, LARGEST)) {
        const patients = new Set(graphs.map(({ patient_id }) => patient_id));
        t.true(graphs.length <= LARGEST || patients.size === 1);
      }
    }),
  );
});

test('a graph more changes one chunk, which it may halve; all others stay as they were', (t) => {
  fc.assert(
    fc.property(identities, fc.nat(), (sorted, at) => {
      const [one] = sorted.splice(at % Math.max(sorted.length, 1), 1);
      if (!one) return;
      const contents = (list: readonly Identity[]) =>
        cutChunks(list, LARGEST).map(({ graphs }) => graphs.map(({ image_id }) => image_id).join());
      const [before, after] = [contents(sorted), contents([...sorted, one].sort(inWarehouseOrder))];
      const gone = before.filter((content) => !after.includes(content));
      const come = after.filter((content) => !before.includes(content));
      t.true(gone.length <= 1);
      const images = (parts: readonly string[]) => parts.flatMap((content) => content.split(',')).sort();
      t.deepEqual(images(come), images([...gone, one.image_id]));
    }),
  );
});

test('the order is patient, study_order with nulls last, study, image', (t) => {
  const of = (patient_id: number, study_order: number | null, study_id: number, image_id: string) => ({
    ...{ patient_id, study_order, study_id, image_id },
  });
  const inOrder = [
    of(9, 9, 9, 'z'),
    of(10, 2, 7, 'b'),
    of(10, 10, 1, 'B'),
    of(10, 10, 1, 'a'),
    of(10, 10, 2, 'a'),
    of(10, null, 0, 'a'),
  ];
  t.deepEqual(inOrder.toReversed().sort(inWarehouseOrder), inOrder);
});

test('names of parts sort as their numbers do', (t) => {
  for (const parts of [1, 10, 11, 120]) {
    const names = Array.from({ length: parts }, (_, part) =>
      partPath('images', { patient_group: 'p10', part, parts }),
    );
    t.deepEqual(names.toSorted(), names);
  }
  const first = partPath('images', { patient_group: 'p10', part: 0, parts: 10 });
  t.is(first, join('parquet', 'images', 'patient_group=p10', 'part-0.parquet'));
});
