import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { type InputLocation, provenance } from '../discover/input.js';
import type { PlannedChunk } from '../plan/plan.js';
import { graphTableNames } from '../schema/index.js';
import type { Part } from '../warehouse/files.js';
import { partPath, smallTablePath } from '../warehouse/layout.js';
import { KEPT } from './journal.js';
import { keepFile } from './keep_file.js';
import { type DiagnosticsFile, diagnosticTables, type KeptChunk, type ReusedChunk } from './kept_chunk.js';
import { type Published, partsOf } from './published.js';

/** Files that are looked at and linked at once. */
const AT_ONCE = 4;

/** The chunks of a published warehouse. */
export function keptChunks(published: Published): KeptChunk[] {
  const { folder, chunks } = published;
  const parts = partsOf(published);
  return chunks.chunks.map((record) => ({
    folder,
    record,
    files: graphTableNames.flatMap((table) => parts.get(partPath(table, record)) ?? []),
    diagnostics: diagnosticTables.flatMap((table) => {
      const file = record[table] > 0 ? parts.get(smallTablePath(table)) : undefined;
      return file ? [{ ...file, table }] : [];
    }),
  }));
}

/**
 * Takes over the files of chunks that an earlier build has made from the same input, under the names that they have in this one.
 * @param folder the staging folder
 */
export async function reuseChunks(
  chunks: readonly PlannedChunk[],
  kept: readonly KeptChunk[],
  location: InputLocation,
  folder: string,
): Promise<Map<PlannedChunk, ReusedChunk>> {
  const byInput = new Map<string, KeptChunk[]>();
  for (const one of kept) byInput.set(one.record.input, [...(byInput.get(one.record.input) ?? []), one]);
  const limit = pLimit(AT_ONCE);
  const diagnostics = new KeptDiagnostics(folder);
  const reused = new Map<PlannedChunk, ReusedChunk>();
  const reuse = async (chunk: PlannedChunk) => {
    for (const candidate of byInput.get(chunk.input) ?? []) {
      const found = await reuseChunk(chunk, candidate, location, folder, diagnostics);
      if (found) return void reused.set(chunk, found);
    }
  };
  await Promise.all(chunks.map((chunk) => limit(() => reuse(chunk))));
  return reused;
}

async function reuseChunk(
  chunk: PlannedChunk,
  kept: KeptChunk,
  location: InputLocation,
  folder: string,
  diagnostics: KeptDiagnostics,
): Promise<ReusedChunk | undefined> {
  const { patient_group, part, parts, names, graphs } = chunk;
  const { record } = kept;
  if (record.quarantine > 0 && record.names !== names) return undefined; // its rows name the graphs
  const files = kept.files.map((file): Part => ({ ...file, path: partPath(file.table, chunk) }));
  const areKept = await Promise.all(
    kept.files.map(({ path }, i) => keepFile(join(kept.folder, path), folder, files[i]!)),
  );
  const own = await Promise.all(kept.diagnostics.map((file) => diagnostics.keep(kept.folder, file)));
  if (areKept.includes(false) || own.includes(undefined)) {
    // They are written anew, and never into a file that the earlier warehouse has too.
    for (const { path } of files) await rm(join(folder, path), { force: true });
    return undefined;
  }
  return {
    record: { ...record, patient_group, part, parts, names },
    files,
    diagnostics: own as DiagnosticsFile[],
    graphs:
      own.length === 0
        ? []
        : graphs.map(({ image_id, ref }) => ({ image_id, ...provenance(location, ref.name) })),
  };
}

/** Takes over files of diagnostics, each once for all chunks that it is of. */
class KeptDiagnostics {
  readonly #kept = new Map<string, Promise<DiagnosticsFile | undefined>>();

  constructor(readonly folder: string) {}

  keep(from: string, file: DiagnosticsFile): Promise<DiagnosticsFile | undefined> {
    const known = this.#kept.get(file.sha256);
    if (known) return known;
    const own = { ...file, path: `${KEPT}/${file.sha256}.parquet` };
    const kept = keepFile(join(from, file.path), this.folder, own).then((isKept) =>
      isKept ? own : undefined,
    );
    this.#kept.set(file.sha256, kept);
    return kept;
  }
}
