import type { Table as ArrowTable } from 'apache-arrow';
import { type TableMessage, TableReceiver } from '../arrow/transfer.js';

/** One chunk as it crosses from a worker. */
export interface FlatChunk {
  /** By name: those that the build writes, quarantine and data_issues among them. */
  readonly tables: Readonly<Record<string, TableMessage>>;
  /** Bytes of JSON that were read. */
  readonly bytes: number;
  /** sha256 over size and checksum of each graph that was read. */
  readonly fingerprint: string;
  /** Graphs that took the careful path. */
  readonly careful: number;
}

/** The Arrow tables of a chunk, by name. */
export function arrowTables({ tables }: FlatChunk): ReadonlyMap<string, ArrowTable> {
  const receiver = new TableReceiver();
  return new Map(Object.entries(tables).map(([name, message]) => [name, receiver.tableOf(message)]));
}
