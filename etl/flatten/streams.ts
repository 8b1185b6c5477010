import { tableToIPC } from 'apache-arrow';
import { countRows } from '../arrow/rows.js';
import { toArrow } from '../arrow/to_arrow.js';
import type { FlatChunk } from '../flatten/flat_chunk.js';
import { delivered, tables as schemas } from '../schema/index.js';
import type { Chunk } from './chunk.js';

/** The tables of a chunk as Arrow IPC streams, which are copies: the storage of the rows may be recycled afterwards. */
export function streamsOf(chunk: Chunk, withText: boolean): Pick<FlatChunk, 'tables' | 'rows'> {
  const tables: Record<string, Uint8Array> = {};
  const rows: Record<string, number> = {};
  for (const schema of schemas) {
    const table = delivered(schema, withText);
    const ofTable = chunk.tables[schema.name];
    if (!table || !ofTable) continue;
    rows[schema.name] = countRows(ofTable);
    tables[schema.name] = tableToIPC(toArrow(table, ofTable), 'stream');
  }
  return { tables, rows };
}
