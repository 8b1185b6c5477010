import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { UserError } from '../error.js';
import type { KeptInput } from '../load/kept_inputs.js';
import { LARGEST_CHUNK } from '../plan/chunks.js';
import type { ProgressUpdate } from '../progress.js';
import { KEPT } from '../reuse/journal.js';
import { keepFile } from '../reuse/keep_file.js';
import { type DiagnosticsFile, diagnosticTables, type WrittenChunk } from '../reuse/kept_chunk.js';
import type { FileInfo, Part } from '../warehouse/files.js';
import type { FlattenSummary } from '../write/chunks.js';
import type { ChunkWriter } from '../write/writer.js';
import { type ChunkOfShard, inPlanOrder } from './plan_order.js';
import { buildAgain, type Shard } from './read_shard.js';
import { regionFiles } from './surrounding_files.js';

/** Files that are looked at and linked at once. */
const AT_ONCE = 4;

/** Graphs of chunks whose files are appended at once. */
const LARGEST = 4 * LARGEST_CHUNK;

/**
 * Takes over the parts of all shards, and appends their rows in the order of the plan.
 * @param folder the staging folder
 * @returns what flattening all of it would
 * @throws UserError where a file is not as its shard lists it
 */
export async function takeShards(
  shards: readonly Shard[],
  writer: ChunkWriter,
  folder: string,
  onProgress: (update: ProgressUpdate) => void,
  signal?: AbortSignal,
): Promise<FlattenSummary> {
  const fingerprint = createHash('sha256');
  const limit = pLimit(AT_ONCE);
  const total = shards.reduce((sum, { chunks }) => sum + graphsOf(chunks), 0);
  let [done, bytes, careful] = [0, 0, 0];
  for (const group of groupsOf(inPlanOrder(shards))) {
    signal?.throwIfAborted();
    const taken = await Promise.all(
      group.map(async ({ shard, chunk }) => {
        const { record, files } = chunk;
        await Promise.all(files.map((file) => limit(() => take(shard, file, folder, file.path))));
        const diagnostics: DiagnosticsFile[] = [];
        for (const file of chunk.diagnostics) {
          const path = `${KEPT}/${file.sha256}.parquet`;
          await limit(() => take(shard, file, folder, path));
          diagnostics.push({ ...file, path });
        }
        return { record, files, diagnostics, graphs: [] };
      }),
    );
    await writer.writeReused(taken);
    await addDiagnostics(taken, writer, folder);
    for (const { record } of taken) {
      done += record.graphs;
      bytes += record.bytes;
      careful += record.careful;
      fingerprint.update(record.content);
    }
    onProgress({ done, total });
  }
  return { bytes, fingerprint: fingerprint.digest('hex'), careful };
}

/**
 * Takes over what only the first shard has: the Parquet files of optional inputs, and the diagnostics that are of no chunk.
 * @throws UserError where a file is not as it lists it
 */
export async function takeAround(shard: Shard, writer: ChunkWriter, folder: string): Promise<KeptInput[]> {
  const { parts, diagnostics, surroundings } = shard.around!;
  const inputs: KeptInput[] = [];
  for (const table of surroundings.inputTables) {
    const part = parts.find((part) => part.table === table.name)!;
    const path = `${KEPT}/${table.name}.parquet`;
    await take(shard, part, folder, path);
    inputs.push({ table, part, path });
  }
  for (const file of diagnostics) {
    const path = `${KEPT}/${file.sha256}.parquet`;
    await take(shard, file, folder, path);
    const found = await writer.diagnostics.addFiles(file.table, [join(folder, path)]);
    expectRows(file.table, file.rows, found);
  }
  return inputs;
}

/**
 * Takes over the stored roll-ups that shards have computed, but for those of a shard that has found other names of regions than the first.
 * @returns by their paths
 * @throws UserError where a file is not as its shard lists it
 */
export async function takeRollUps(shards: readonly Shard[], folder: string): Promise<Map<string, Part>> {
  const limit = pLimit(AT_ONCE);
  const regions = regionFiles(shards[0]!.files);
  const taken = shards
    .filter(({ files }) => regionFiles(files) === regions)
    .flatMap((shard) =>
      (shard.roll_ups?.parts ?? []).map((part) =>
        limit(async () => {
          await take(shard, part, folder, part.path);
          return [part.path, part] as const;
        }),
      ),
    );
  return new Map(await Promise.all(taken));
}

async function addDiagnostics(
  chunks: readonly WrittenChunk[],
  writer: ChunkWriter,
  folder: string,
): Promise<void> {
  for (const table of diagnosticTables) {
    const files = chunks.flatMap(({ diagnostics }) => diagnostics.filter((file) => file.table === table));
    const paths = [...new Set(files.map(({ path }) => join(folder, path)))];
    const expected = chunks.reduce((sum, { record }) => sum + record[table], 0);
    expectRows(table, expected, await writer.diagnostics.addFiles(table, paths));
  }
}

function expectRows(table: string, expected: number, found: number): void {
  if (found === expected) return;
  throw new Error(`${table}: expected ${expected} rows of the shards, found ${found}`);
}

async function take(shard: Shard, file: FileInfo, folder: string, path: string): Promise<void> {
  if (await keepFile(join(shard.folder, file.path), folder, { ...file, path })) return;
  throw new UserError(
    `${join(shard.folder, file.path)}: expected ${file.bytes} bytes with the checksum that the shard lists, found others or none; ` +
      `copy the folder anew, or ${buildAgain(shard)}`,
  );
}

/** Runs of chunks that together have no more graphs than one may. */
function* groupsOf(chunks: readonly ChunkOfShard[]): Generator<ChunkOfShard[]> {
  let group: ChunkOfShard[] = [];
  for (const one of chunks) {
    if (group.length > 0 && graphsOf([...group.map(({ chunk }) => chunk), one.chunk]) > LARGEST) {
      yield group;
      group = [];
    }
    group.push(one);
  }
  if (group.length > 0) yield group;
}

function graphsOf(chunks: readonly WrittenChunk[]): number {
  return chunks.reduce((sum, { record }) => sum + record.graphs, 0);
}
