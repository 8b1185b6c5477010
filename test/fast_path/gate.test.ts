import { parseArgs } from 'node:util';
import test from 'ava';
import fc from 'fast-check';
import { Random } from '../../etl/synth/random.js';
import { assertSameBothWays, flatten, type Given, given } from './both_ways.js';
import { anyStyle, write } from './json_text.js';
import { emptiedMutants, keyMutants, mutant, systematicMutants } from './mutants.js';
import { type Json, shortened, soundGraphs } from './sound_graphs.js';

/** Mutants that the gate tries; `npm run test:fuzz` tries more. */
const { values } = parseArgs({ options: { graphs: { type: 'string', default: '1000' } }, strict: false });
const GRAPHS = Number(values.graphs);
/** Graphs of one chunk: others stand between sound ones. */
const CHUNK = 40;

const sound = soundGraphs(12);
const short = sound
  .map((graph) => shortened(graph))
  .filter(({ relationships }) => (relationships as unknown[]).length > 0);
const asWritten = (graph: Json) => given(Buffer.from(JSON.stringify(graph)), graph);

test('sound graphs take the fast path, and come out as by the careful one', (t) => {
  t.is(
    assertSameBothWays(
      t,
      sound.map((graph) => asWritten(graph)),
    ),
    0,
  );
});

test('what a chunk gave stays when the next one is read', (t) => {
  const [first, second] = [sound.slice(0, 9), sound.slice(9)].map((graphs) =>
    graphs.map((graph) => asWritten(graph)),
  ) as [Given[], Given[]];
  const { tables } = flatten(first, 'fast');
  flatten(second, 'fast');
  t.deepEqual(tables, flatten(first, 'careful').tables);
});

test('a build without text is the same both ways', (t) => {
  t.is(
    assertSameBothWays(
      t,
      sound.map((graph) => asWritten(graph)),
      false,
    ),
    0,
  );
});

test('white space, escapes and the order of keys make no difference', (t) => {
  sound.forEach((graph, i) => {
    const style = anyStyle(new Random(i), 0.1);
    t.is(assertSameBothWays(t, [given(Buffer.from(write(graph, style)), graph)]), 0);
  });
});

test('every value in place of every other comes out the same both ways', (t) => {
  const [graph] = short as [Json];
  const mutants = [...systematicMutants(graph), ...emptiedMutants(graph), ...keyMutants(graph)];
  const graphs = mutants.map((bytes) => given(bytes, graph));
  for (let start = 0; start < graphs.length; start += CHUNK) {
    const chunk = [asWritten(sound[start % sound.length]!), ...graphs.slice(start, start + CHUNK)];
    assertSameBothWays(t, chunk);
    if (start % (3 * CHUNK) === 0) assertSameBothWays(t, chunk, false);
  }
  t.true(graphs.length > 5000);
});

test('mutants of single values come out the same both ways', (t) => {
  const seeds = fc.array(fc.noBias(fc.nat()), { minLength: CHUNK, maxLength: CHUNK });
  const property = fc.property(seeds, (chosen) => {
    const graphs = chosen.map((seed) => {
      const original = short[seed % short.length]!;
      const mutated = given(mutant(original, seed), original);
      return seed % 20 === 0 ? withOtherIdentity(mutated, seed / 20) : mutated;
    });
    assertSameBothWays(t, graphs, chosen[0]! % 4 !== 0);
  });
  fc.assert(property, { numRuns: Math.ceil(GRAPHS / CHUNK) });
});

test('what the fast path has no room for takes the careful path, and nothing of it stays', (t) => {
  const [graph, next] = short as [Json, Json];
  const [entry] = graph.attributes as [Json];
  const manyIds = Array.from({ length: 9000 }, (_, i) => `C${i}`);
  const withMany = {
    ...entry,
    ...Object.fromEntries(
      Object.entries(entry).flatMap(([key, value]) =>
        Array.isArray(value) && key !== 'synsets' ? [[key, value.slice(0, 1)]] : [],
      ),
    ),
    attributes: [manyIds.map(() => 'anatomicalfinding|no|pneumothorax')],
    attributes_ids: [manyIds],
  };
  const tooMany = { ...graph, attributes: [withMany] };
  const tooLarge = { ...graph, reason_for_exam: 'long '.repeat(2 ** 20) };
  for (const other of [tooMany, tooLarge]) {
    t.is(assertSameBothWays(t, [asWritten(next), asWritten(other), asWritten(next)]), 1);
  }
});

/** As if the plan had read something else from the head of the graph. */
function withOtherIdentity({ bytes, identity }: Given, choice: number): Given {
  const others = [
    { image_id: `${identity.image_id}x` },
    { image_id: identity.image_id.replace(/.$/, 'x') },
    { patient_id: identity.patient_id + 1 },
    { study_id: identity.study_id + 1 },
    { study_order: (identity.study_order ?? 0) + 1 },
    { study_order: null },
  ];
  return { bytes, identity: { ...identity, ...others[choice % others.length] } };
}
