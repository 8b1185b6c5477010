import type { ChunkRecord } from '../warehouse/chunk_record.js';
import type { FileInfo, Part } from '../warehouse/files.js';

/** Tables whose rows of a chunk go with those of all others. */
export const diagnosticTables = ['quarantine', 'data_issues', 'source_details'] as const;
export type DiagnosticTable = (typeof diagnosticTables)[number];

/** A Parquet file with the diagnostics of a chunk, and perhaps of others. */
export interface DiagnosticsFile extends FileInfo {
  readonly table: DiagnosticTable;
}

/** A chunk that a build has written, with its files. */
export interface WrittenChunk {
  readonly record: ChunkRecord;
  /** A part of each per-image table, in their order. */
  readonly files: readonly Part[];
  /** A file for each table that it has diagnostics in. */
  readonly diagnostics: readonly DiagnosticsFile[];
}

/** A chunk that an earlier build has left. */
export interface KeptChunk extends WrittenChunk {
  /** Folder that the paths of its files start from. */
  readonly folder: string;
}

/** Where a graph of a chunk comes from: what its diagnostics are found by. */
export interface GraphSource {
  readonly image_id: string;
  readonly source: string;
  readonly member: string | null;
}

/** A chunk whose files an earlier build has left, and which are now those of this build. */
export interface ReusedChunk extends WrittenChunk {
  /** Its graphs; none where it has no diagnostics. */
  readonly graphs: readonly GraphSource[];
}
