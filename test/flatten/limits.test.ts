import test from 'ava';
import { Issues } from '../../etl/diagnostics/issues.js';
import { Rejection } from '../../etl/diagnostics/rejection.js';
import { Chunk } from '../../etl/flatten/chunk.js';
import { readGraph } from '../../etl/graph/scene_graph.js';
import { LIMITS, type Limits } from '../../etl/limits.js';
import { attributesOf, graphOf, type Json, objectOf, relationshipOf } from '../helpers/graph.js';

const identity = { image_id: 'a1', patient_id: 10000001, study_id: 50000001, study_order: 1 };

/** Rows of a graph, as a table of the build holds them: by table, and each of quarantine and data_issues. */
function flatten(graph: Json | Buffer, limits: Partial<Limits> = {}) {
  const chunk = new Chunk(true, { ...LIMITS, ...limits });
  const bytes = Buffer.isBuffer(graph) ? graph : Buffer.from(JSON.stringify(graph));
  chunk.add(() => bytes, { source: 'a.json', member: null }, identity);
  const rows = (name: string) =>
    chunk.tables
      .find(({ table }) => table.name === name)!
      .toArrow()
      .toArray()
      .map((row) => row.toJSON() as Record<string, string>);
  const counts = Object.fromEntries(chunk.tables.map(({ table, length }) => [table.name, length]));
  return { counts, quarantine: rows('quarantine'), issues: rows('data_issues') };
}

/** What a graph is rejected for, as code and message. */
function rejectionOf(graph: Json | Buffer, limits: Partial<Limits> = {}): string {
  const { counts, quarantine } = flatten(graph, limits);
  if (quarantine.length !== 1 || counts.images !== 0)
    return `${quarantine.length} rows, ${counts.images} images`;
  const [row] = quarantine;
  return `${row!.code}${row!.json_pointer}: ${row!.message}`;
}

const cues = (count: number) => Array.from({ length: count }, (_, i) => `severity|yes|cue ${i}`);
const sentence = (attributes: number, values: Json = {}) =>
  attributesOf({
    attributes: [Array(attributes).fill('nlp|yes|normal')],
    attributes_ids: [Array(attributes).fill('')],
    ...values,
  });

test('a graph that would become far more rows than it has bytes is rejected whole, before they are made', (t) => {
  const started = process.cpuUsage();
  const bombs: Json[] = [
    graphOf({ attributes: [sentence(5000, { severity_cues: [cues(5000)] })] }),
    graphOf({ attributes: [sentence(20_000, { object_id: 'x'.repeat(100_000) })] }),
    graphOf({ attributes: [sentence(20_000, { sections: ['x'.repeat(100_000)] })] }),
    graphOf({ attributes: [sentence(20_000, { phrase_IDs: ['x'.repeat(100_000)] })] }),
    graphOf({ attributes: [sentence(20_000, { bbox_name: 'x'.repeat(100_000) })] }),
  ];
  for (const bomb of bombs) {
    t.is(rejectionOf(bomb), `too_large: expected rows of at most ${LIMITS.rowBytes} bytes, found more`);
  }
  const { user, system } = process.cpuUsage(started);
  t.true(user + system < 5e6, `${(user + system) / 1e6} s`);
});

test('the rows of every table count', (t) => {
  const long = 'x'.repeat(2000);
  const graphs: Json[] = [
    graphOf({ objects: [objectOf({ name: long })] }),
    graphOf({ objects: [objectOf({ synsets: [long] })] }),
    graphOf({ attributes: [attributesOf({ phrases: [long] })] }),
    graphOf({ attributes: [attributesOf({ attributes_ids: [[long]] })] }),
    graphOf({ relationships: [relationshipOf({ phrase: long })] }),
    graphOf({ relationships: [relationshipOf({ predicate: `['${long}']` })] }),
  ];
  const sound = graphOf({
    objects: [objectOf()],
    attributes: [attributesOf()],
    relationships: [relationshipOf()],
  });
  t.deepEqual(flatten(sound, { rowBytes: 2000 }).quarantine, []);
  for (const graph of graphs) t.regex(rejectionOf(graph, { rowBytes: 2000 }), /^too_large: expected rows/);
});

test('a graph of too many entries is rejected whole', (t) => {
  const graph = graphOf({ objects: Array(1_000_000).fill(null) });
  t.is(rejectionOf(graph), `too_large: expected at most ${LIMITS.entries} entries, found 1000000`);
  const few = graphOf({
    objects: [objectOf()],
    attributes: [attributesOf()],
    relationships: [relationshipOf()],
  });
  t.regex(rejectionOf(few, { entries: 2 }), /^too_large: expected at most 2 entries, found 3/);
  t.deepEqual(flatten(few, { entries: 3 }).quarantine, []);
});

test('of rejected entries the first have a row each, and all are accounted for', (t) => {
  const nulls = { objects: 90, attributes: 40, relationships: 5 };
  const lists = Object.entries(nulls).map(([list, count]) => [list, Array(count).fill(null)]);
  const { counts, quarantine } = flatten(graphOf(Object.fromEntries(lists)), { diagnostics: 20 });
  t.deepEqual([counts.images, counts.objects], [1, 0]);
  for (const [list, count] of Object.entries(nulls)) {
    const own = quarantine.filter(({ json_pointer }) => json_pointer!.startsWith(`/${list}/`));
    const rest = quarantine.filter(({ json_pointer }) => json_pointer === `/${list}`);
    t.is(own.length, Math.min(count, 20), list);
    const further = Number(/found (\d+) more/.exec(rest[0]?.message ?? '')?.[1] ?? 0);
    t.is(own.length + further, count, list);
    t.true(rest.every(({ code }) => code === 'not_an_object') && rest.length <= 1);
  }
});

test('of issues of one code the first have a row each, the others are counted; those of rejected entries are none', (t) => {
  const objects = Array.from({ length: 90 }, (_, i) => objectOf({ x1: i + 0.5 }));
  const broken = Array.from({ length: 50 }, () => objectOf({ x1: 1.5, bbox_name: null }));
  const { counts, issues } = flatten(graphOf({ objects: [...broken, ...objects, ...broken] }), {
    diagnostics: 20,
  });
  t.is(counts.objects, 90);
  const own = issues.filter(({ code }) => code === 'fractional_coordinate');
  t.deepEqual(
    own.map(({ location }) => location),
    [...Array.from({ length: 20 }, (_, i) => `/objects/${50 + i}/x1`), ''],
  );
  t.is(own.at(-1)!.detail, '70 further places');
});

/** What reading a text as a graph ends with. */
function reading(text: string | Buffer, limits: Partial<Limits> = {}): string {
  try {
    readGraph(Buffer.from(text), new Issues(), undefined, { ...LIMITS, ...limits });
    return 'read';
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return error.code;
  }
}

test('depth and number of values are seen in the bytes, before anything is parsed', (t) => {
  const started = process.cpuUsage();
  const before = process.memoryUsage().rss;
  t.is(reading(Buffer.alloc(60_000_000, '[')), 'too_deep');
  t.is(reading(Buffer.alloc(60_000_000, '{"a":')), 'too_deep');
  t.is(reading(`{"a":[${'[],'.repeat(10_000_000)}0]}`), 'too_large');
  t.is(reading(`{"a":[${'NaN,'.repeat(10_000_000)}0]}`), 'too_large');
  const { user, system } = process.cpuUsage(started);
  t.true(user + system < 6e6, `${(user + system) / 1e6} s`);
  t.true(process.memoryUsage().rss - before < 500e6);
});

test('levels are counted as JSON has them, whatever stands in texts', (t) => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const graph = (value: string) => JSON.stringify(graphOf()).replace(/}$/, `,"further":${value}}`);
  t.is(reading(graph(nested(64))), 'read');
  t.is(reading(graph(nested(65))), 'too_deep');
  t.is(reading(graph(nested(3)), { depth: 2 }), 'too_deep');
  t.is(reading(graph(JSON.stringify(`\\"${nested(500)}"`))), 'read');
  t.is(reading(graph(`["\\\\",${nested(64)}]`)), 'too_deep');
  t.is(reading(`${graph('1')}${nested(66)}`), 'too_deep');
  t.is(reading(graph('[1,2,3]'), { values: 20 }), 'too_large');
});

test('heavy graphs of one chunk have one limit together; others do not count', (t) => {
  const chunk = new Chunk(true, LIMITS);
  const heavy = sentence(120, { object_id: 'x'.repeat(100_000) });
  const light = sentence(120, { object_id: 'x'.repeat(1000) });
  for (let i = 0; i < 40; i++) {
    const image_id = `a${i}`;
    const bytes = Buffer.from(
      JSON.stringify(graphOf({ image_id, attributes: [i % 2 === 0 ? heavy : light] })),
    );
    chunk.add(() => bytes, { source: `${i}.json`, member: null }, { ...identity, image_id });
  }
  const [images, , , attributes] = chunk.perImage;
  t.is(images!.length, 20 + Math.floor(LIMITS.rowBytes / 12_200_000));
  t.is(attributes!.length, 120 * images!.length);
});
