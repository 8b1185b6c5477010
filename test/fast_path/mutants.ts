import { Random } from '../../etl/synth/random.js';
import { anyStyle, Members, plainStyle, Token, write } from './json_text.js';
import type { Json } from './sound_graphs.js';

/** Values that a field could have instead of its own. */
const others: readonly unknown[] = [
  ...[null, true, false, 0, 1, -1, 2147483647, 2147483648, 1.5],
  ...[
    '-0',
    '010',
    '1.0',
    '1e2',
    '-',
    '+1',
    '1.',
    '.5',
    '1e999',
    '1E+1',
    'NaN',
    '-Infinity',
    'tru',
    '0x1',
    '99999999999',
  ].map((text) => new Token(text)),
  ...[
    '""',
    '"\\ud800"',
    '"\\udc00x"',
    '"\\ud83d\\ude00"',
    '"\\ud83d\\u0041"',
    '"\\udc00\\udc00"',
    '"\\u0000"',
    '"\\x"',
    '"\\u12g4"',
    '"\t"',
    '"\\/\\b\\f\\n\\r\\t"',
  ].map((text) => new Token(text)),
  ...['a', 'AP', 'LATERAL', 'yes', 'right lung', 'moon', 'ß', '漢字', '😀', ' '],
  ...['finalreport', 'prelimread', 'history', 'addendum'],
  ...['a|b', 'a|b|c', 'anatomicalfinding|yes|pneumothorax', 'anatomicalfinding|maybe|pneumothorax'],
  ...[
    'anatomicalfinding|yes|cough',
    'anatomicalfinding|yes',
    'comparison|yes|improved',
    'comparison|no|improved',
  ],
  ...[
    "['a', 'b']",
    '[]',
    "['a'",
    'C1;;C2',
    ';;',
    ';C1;',
    '50000001|1',
    '50000001|01',
    '50000001|1.5',
    '_',
    '|',
  ],
  ...[
    '2150-02-29 10:00:00 UTC',
    '2100-02-29 10:00:00 UTC',
    '2000-02-29 10:00:00 UTC',
    '2152-02-29 23:59:59 UTC',
    '2150-13-01 00:00:00 UTC',
    '2150-01-01T10:00:00Z',
  ],
  ...['2150-01-01 24:00:00 UTC', '0000-02-29 00:00:00 UTC', '1969-12-31 23:59:59 UTC', '2150-01-01 10:00:00'],
  ...['["C1",]', '[1,]', '[,]', '["C1" "C2"]', '["C1"', '{"a": true,}'].map((text) => new Token(text)),
  ...[[], {}, [null], [[]], [''], ['a'], ['C1', 'C2'], [1], [1, 2], { a: 1 }],
];

/** A part of a text between bars, underscores or semicolons, in place of another. */
const parts = ['yes', 'no', 'maybe', 'improved', 'vanished', 'cough', 'C1', '0', '07', '50000001', 'a', ''];

/** Something that is put at the end, or in the middle, of a text. */
const pieces = [' ', '_', '_', '|', ';;', '0', 'é', '\u2028', '\0', '"', '\\', '.dcm', 'x'.repeat(40)];

/** Where a value stands: the keys and indexes that lead to it. */
type Path = readonly (string | number)[];

/** Paths of all values below the root. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, member]) =>
    pathsOf(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? below : [path, ...below];
}

type Mutation = (value: unknown, random: Random) => unknown;

/** What can become of one value. */
const mutations: readonly Mutation[] = [
  (_, random) => random.pick(others),
  (_, random) => random.pick(others),
  (value, random) => random.pick(typeof value === 'string' ? alteredTexts(value) : others),
  (value, random) => (typeof value === 'string' ? value.slice(random.whole(0, 1), -1) : value),
  (value, random) => random.pick(typeof value === 'string' ? ['', ...otherTexts(value)] : others),
  (value, random) => (typeof value === 'number' ? value + random.pick([1, -1, 0.5, 1e9]) : value),
  (value, random) => (Array.isArray(value) ? random.pick(listMutations)(value, random) : random.pick(others)),
  (value, random) => (isObject(value) ? random.pick(objectMutations)(value, random) : value),
];

const listMutations: readonly ((list: readonly unknown[], random: Random) => unknown)[] = [
  (list) => list.slice(1),
  (list) => [...list, ...list],
  (list) => list.toReversed(),
  (list, random) => [...list, random.pick(others)],
];

const objectMutations: readonly ((object: Json, random: Random) => unknown)[] = [
  (object, random) => new Members([...Object.entries(object), random.pick(Object.entries(object))]),
  (object, random) => {
    const [key] = random.pick(Object.entries(object));
    return new Members([...Object.entries(object), [key, random.pick(others)]]);
  },
  (object, random) => ({ ...object, [random.pick(['note', 'x1', 'right lung', ''])]: random.pick(others) }),
  (object, random) => {
    const dropped = random.pick(Object.keys(object));
    return Object.fromEntries(Object.entries(object).filter(([key]) => key !== dropped));
  },
];

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Token);
}

/** The texts that have one more piece, or another letter, at the start, in the middle or at the end. */
function alteredTexts(text: string): string[] {
  return [0, text.length >> 1, text.length].flatMap((at) => [
    ...pieces.map((piece) => text.slice(0, at) + piece + text.slice(at)),
    `${text.slice(0, at)}x${text.slice(at + 1)}`,
    `${text.slice(0, at - 1)}x${text.slice(at)}`,
  ]);
}

/** The texts of which one part is another, or missing. */
function otherTexts(text: string): string[] {
  return ['|', '_', ';;', ' ', '-', ':'].flatMap((separator) => {
    const own = text.split(separator);
    if (own.length === 1) return [];
    return own.flatMap((_, at) => [
      own.toSpliced(at, 1).join(separator),
      ...parts.map((part) => own.with(at, part).join(separator)),
    ]);
  });
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce((below, step) => (below as Json)[step], root);
}

/** A copy in which the value at a path is another. */
function withValue(root: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(root);
  if (Array.isArray(root)) return root.with(step as number, withValue(root[step as number], rest, change));
  return { ...(root as Json), [step]: withValue((root as Json)[step], rest, change) };
}

/** The paths that differ in their indexes only. */
function pathsByKey(graph: Json): Path[][] {
  const byKey: Record<string, Path[]> = {};
  for (const path of pathsOf(graph)) {
    const key = path.map((step) => (typeof step === 'number' ? '' : step)).join('/');
    byKey[key] ??= [];
    byKey[key].push(path);
  }
  return Object.values(byKey);
}

/** Graphs of which one value is another, or missing: each value that there is for each key. */
export function systematicMutants(graph: Json): Buffer[] {
  const written = (path: Path, value: unknown) =>
    Buffer.from(
      write(
        withValue(graph, path, () => value),
        plainStyle,
      ),
    );
  return pathsByKey(graph).flatMap(([path]) => {
    const value = valueAt(graph, path!);
    const texts = typeof value === 'string' ? [...alteredTexts(value), ...otherTexts(value)] : [];
    return [undefined, ...others, ...texts].map((other) => written(path!, other));
  });
}

/** Graphs in which one key, of the root or of the first entry of a list, stands twice with its value, or is another one. */
export function keyMutants(graph: Json): Buffer[] {
  const places: Path[] = [[], ['objects', 0], ['attributes', 0], ['relationships', 0]];
  return places.flatMap((path) => {
    const members = Object.entries(valueAt(graph, path) as Json);
    const others = members.flatMap((member, i) => [
      members.toSpliced(i, 0, member),
      members.with(i, [member[0].replace(/.$/, 'x'), member[1]]),
    ]);
    return others.map((other) => {
      const mutant = withValue(graph, path, () => new Members(other));
      return Buffer.from(write(mutant, plainStyle));
    });
  });
}

/** Graphs whose first attributes[] entry has less of everything: no phrases, or phrases without attributes. */
export function emptiedMutants(graph: Json): Buffer[] {
  const [entry] = graph.attributes as [Json];
  const lists = Object.entries(entry).filter(([key, value]) => Array.isArray(value) && key !== 'synsets');
  const withLists = (change: (key: string, list: unknown[]) => unknown[]) => ({
    ...entry,
    ...Object.fromEntries(lists.map(([key, list]) => [key, change(key, list as unknown[])])),
  });
  const entries = [
    withLists(() => []),
    withLists((_, list) => list.slice(0, 1)),
    withLists((key, list) => (key.startsWith('attributes') ? list.map(() => []) : list)),
    withLists((_, list) => [...list, ...list]),
  ];
  return entries.map((other) => Buffer.from(JSON.stringify({ ...graph, attributes: [other] })));
}

/** A graph of which one value is another, or none, or the text itself is damaged; written in any style. */
export function mutant(graph: Json, seed: number): Buffer {
  const random = new Random(seed);
  const style = random.chance(0.5) ? plainStyle : anyStyle(random, random.pick([0, 0.02, 0.5]));
  if (random.chance(0.1)) return Buffer.from(write(graph, style));
  if (random.chance(0.15)) return damaged(Buffer.from(write(graph, style)), random);
  const path = random.pick(random.pick(pathsByKey(graph)));
  const upTo = path.slice(0, random.chance(0.7) ? path.length : random.whole(0, path.length));
  const changed = withValue(graph, upTo, (value) => random.pick(mutations)(value, random));
  return Buffer.from(write(changed, style));
}

const damages = [0, 0x0b, 0x1f, 0x20, 0x22, 0x2c, 0x5c, 0x5d, 0x7d, 0x80, 0xc3, 0xed, 0xff];

/** Bytes of which one is another, missing or new, mostly in a text or at the end; or which end early. */
function damaged(bytes: Buffer, random: Random): Buffer {
  const anywhere = random.whole(0, bytes.length - 1);
  const at = random.pick([anywhere, nextLetter(bytes, anywhere), nextLetter(bytes, anywhere), bytes.length]);
  const byte = Buffer.from([random.chance(0.8) ? random.pick(damages) : random.whole(0, 255)]);
  const kept = random.pick([at, at + 1]);
  if (random.chance(0.1)) return bytes.subarray(0, at);
  return Buffer.concat([bytes.subarray(0, at), byte, bytes.subarray(kept)]);
}

/** The place of the next small letter, which is in a text. */
function nextLetter(bytes: Buffer, from: number): number {
  const found = bytes.subarray(from).findIndex((byte) => byte >= 0x61 && byte <= 0x7a);
  return found < 0 ? from : from + found;
}
