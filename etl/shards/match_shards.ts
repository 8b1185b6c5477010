import { UserError } from '../error.js';
import { version } from '../project.js';
import { codeDigest } from '../reuse/code_digest.js';
import { chunkPlaces, placeText } from './place.js';
import { buildAgain, type Shard } from './read_shard.js';

/** What all shards must have in common with the first that was given, in words. */
const common: readonly { readonly what: string; readonly of: (shard: Shard) => string }[] = [
  { what: 'of', of: ({ place }) => `${place.of} shards` },
  { what: 'built by', of: ({ version, code }) => `imagenome ${version} (${code.slice(0, 12)})` },
  { what: 'built with', of: ({ duckdb_version }) => `DuckDB ${duckdb_version}` },
  { what: 'with the options', of: ({ options }) => optionsText(options) },
  { what: 'with the options', of: ({ keys }) => `${keys.whole.slice(0, 12)}` },
  { what: 'of a plan of', of: ({ plan }) => planText(plan) },
];

/**
 * The shards in their order, all of one build.
 * @throws UserError where one is missing, double, or does not go with the others
 */
export function matchShards(shards: readonly Shard[]): Shard[] {
  const [first] = shards;
  if (!first) throw new UserError('expected shards, found none; name the folders of all of them.');
  expectThisProgram(first);
  for (const shard of shards) {
    for (const { what, of } of common) {
      if (of(shard) === of(first)) continue;
      throw new UserError(
        `${shard.folder}: expected a shard ${what} ${of(first)}, as ${first.folder} is, found one ${what} ${of(shard)}; ` +
          `leave it out, or ${buildAgain({ folder: shard.folder })}`,
      );
    }
  }
  const byIndex = new Map<number, Shard>();
  for (const shard of shards) {
    const { index } = shard.place;
    const other = byIndex.get(index);
    if (other) {
      throw new UserError(
        `${shard.folder}: expected each shard once, found ${placeText(shard.place)} a second time, after ${other.folder}; leave one of them out.`,
      );
    }
    byIndex.set(index, shard);
  }
  const ordered = [...byIndex.values()].sort((a, b) => a.place.index - b.place.index);
  expectAll(ordered, first.place.of);
  for (const shard of ordered) expectChunks(shard);
  expectSameFiles(ordered);
  return ordered;
}

function expectThisProgram(shard: Shard): void {
  const [own, built] = [`imagenome ${version} (${codeDigest().slice(0, 12)})`, common[1]!.of(shard)];
  if (own === built) return;
  throw new UserError(
    `${shard.folder}: expected a shard built by ${own}, which runs now, found one built by ${built}; ` +
      `assemble it with that version, or ${buildAgain(shard)}`,
  );
}

function expectAll(shards: readonly Shard[], n: number): void {
  if (shards.length === n) return;
  const given = new Set(shards.map(({ place }) => place.index));
  const missing = Array.from({ length: n }, (_, i) => i + 1).filter((index) => !given.has(index));
  const named = missing.slice(0, 5).map((index) => placeText({ index, of: n }));
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : '';
  throw new UserError(
    `shards: expected all ${n}, found ${shards.length}, without ${named.join(', ')}${more}; name their folders too, or build them: ` +
      `imagenome build INPUT --shard ${named[0]} --out DIR`,
  );
}

/** Expects that a shard has the chunks that are its own. */
function expectChunks(shard: Shard): void {
  const expected = chunkPlaces(shard.plan.range_chunks, shard.place).length;
  if (shard.chunks.length === expected) return;
  throw new UserError(
    `${shard.folder}: expected ${expected} chunks, found ${shard.chunks.length}; ${buildAgain(shard)}`,
  );
}

/**
 * Expects that the files around the graphs, which the first shard alone reads, are those that every other one has found. One that has
 * found fewer, as its INPUT was an archive that stands alone, loses nothing.
 */
function expectSameFiles([first, ...others]: readonly Shard[]): void {
  const known = new Map(first!.files.map(({ id, sha256, bytes }) => [id, `${sha256} ${bytes}`]));
  for (const shard of others) {
    for (const { id, sha256, bytes } of shard.files) {
      if (known.get(id) === `${sha256} ${bytes}`) continue;
      const found = known.has(id) ? 'another one' : 'none';
      throw new UserError(
        `${first!.folder}: expected the file ${id} that ${shard.folder} has found next to its graphs, found ${found}; ` +
          `build both from the same release: ${buildAgain(first!)}`,
      );
    }
    const named = (files: Shard['files']) =>
      files.flatMap(({ id }) => (id.startsWith('--') ? id : [])).join(' ');
    const [expected, found] = [named(first!.files), named(shard.files)];
    if (expected === found) continue;
    throw new UserError(
      `${shard.folder}: expected a shard with the options ${expected}, as ${first!.folder} is, found one with ${found || 'none of them'}; ${buildAgain(shard)}`,
    );
  }
}

const planText = ({ digest, chunks, counts }: Shard['plan']) =>
  `${counts.found} graphs in ${chunks} chunks (${digest.slice(0, 12)})`;

/** The options as a command line has them; those that are as by default are left out. */
function optionsText(options: Shard['options']): string {
  const words = Object.entries(options).map(([name, value]) => (value === 'yes' ? name : `${name} ${value}`));
  return words.length === 0 ? 'by default' : words.join(', ');
}
