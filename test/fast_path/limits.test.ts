import test from 'ava';
import { isBoundedBy } from '../../etl/fast_path/bounds.js';
import { Chunk as CarefulChunk } from '../../etl/flatten/chunk.js';
import { HEAVY } from '../../etl/flatten/row_bytes.js';
import { LIMITS } from '../../etl/limits.js';
import { Random } from '../../etl/synth/random.js';
import { assertSameBothWays, given } from './both_ways.js';
import { type Json, shortened, soundGraphs } from './sound_graphs.js';

const sound = soundGraphs(3).map((graph) => shortened(graph));

/** A graph as documented whose first entry has this many attributes in one sentence, with this many cues of each kind. */
function heavy(graph: Json, attributes: number, cues: number, sentences = 1): Json {
  const [entry] = graph.attributes as [Json];
  const each = <T>(value: T) => Array<T>(sentences).fill(value);
  const cueList = Array<string>(cues).fill('severity|yes|mild');
  const bomb = {
    ...entry,
    attributes: each(Array(attributes).fill('nlp|yes|normal')),
    attributes_ids: each(Array(attributes).fill('')),
    ...{ phrases: each('Clear.'), sections: each('finalreport') },
    phrase_IDs: Array.from({ length: sentences }, (_, i) => `${graph.study_id}|${1000 + i}`),
    ...{ comparison_cues: each(cueList), temporal_cues: each(cueList) },
    ...{ severity_cues: each(cueList), texture_cues: each(cueList) },
  };
  return { ...graph, attributes: [...(graph.attributes as Json[]), bomb] };
}

const asWritten = (graph: Json) => given(Buffer.from(JSON.stringify(graph)), graph);

test('what the careful path rejects as too large is rejected both ways, and the graphs around it stay', (t) => {
  const [first, second, third] = sound as [Json, Json, Json];
  for (const [attributes, cues] of [
    [5000, 5000],
    [16_000, 16_000],
    [100, 16_000],
  ] as const) {
    const bomb = heavy(second, attributes, cues);
    t.is(assertSameBothWays(t, [asWritten(first), asWritten(bomb), asWritten(third)]), 1);
  }
});

test('graphs of any weight come out the same both ways', (t) => {
  const random = new Random(5);
  let careful = 0;
  for (let i = 0; i < 20; i++) {
    const size = () => 2 ** random.whole(0, 7);
    const graph = asWritten(heavy(sound[i % sound.length]!, size(), size(), size()));
    const takesCareful = assertSameBothWays(t, [graph]);
    careful += takesCareful;
    const chunk = new CarefulChunk(true, { ...LIMITS, rowBytes: HEAVY });
    chunk.add(() => graph.bytes, { source: 'a.json', member: null }, graph.identity);
    const isHeavy = chunk.perImage[0]!.length === 0;
    t.false(isHeavy && takesCareful === 0, 'the fast path takes a heavy graph');
  }
  t.true(careful > 2 && careful < 18, `${careful} took the careful path`);
});

test('limits below what the fast path takes send every graph the careful way', (t) => {
  t.true(isBoundedBy(LIMITS));
  for (const lower of [{ depth: 3 }, { values: 1000 }, { entries: 500 }, { rowBytes: 1_000_000 }]) {
    t.false(isBoundedBy({ ...LIMITS, ...lower }));
  }
});
