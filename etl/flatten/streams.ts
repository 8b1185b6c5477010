import { tableToIPC } from 'apache-arrow';
import { delivered } from '../schema/index.js';
import type { Chunk } from './chunk.js';
import type { FlatChunk } from './flat_chunk.js';

/** The tables of a chunk as Arrow IPC streams, which are copies: the chunk may be released afterwards. */
export function streamsOf(chunk: Chunk): Pick<FlatChunk, 'tables' | 'rows'> {
  const tables: Record<string, Uint8Array> = {};
  const rows: Record<string, number> = {};
  for (const builder of chunk.tables) {
    const table = delivered(builder.table, chunk.withText);
    if (!table) continue;
    rows[table.name] = builder.length;
    tables[table.name] = tableToIPC(builder.toArrow(table), 'stream');
  }
  return { tables, rows };
}
