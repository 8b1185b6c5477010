/** One chunk as Arrow tables, each an IPC stream, with their numbers of rows. */
export interface FlatChunk {
  readonly tables: Readonly<Record<string, Uint8Array>>;
  readonly rows: Readonly<Record<string, number>>;
  /** Bytes of JSON that were read. */
  readonly bytes: number;
  /** sha256 over size and checksum of each graph that was read. */
  readonly fingerprint: string;
}
