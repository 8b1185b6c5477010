import { literal } from '../schema/ddl.js';
import type { Table } from '../schema/index.js';
import { FORMAT_VERSION } from '../warehouse/layout.js';

/**
 * What a Parquet file says of itself, as the struct that `kv_metadata` takes: constants of the table and of the contract, so that
 * the same rows are the same bytes. `columns` is JSON: the description of each column by its name.
 */
export function fileMetadata({ name, title, grain, columns }: Table): string {
  const descriptions = Object.fromEntries(columns.map(({ name, description }) => [name, description]));
  const entries = {
    table: name,
    title,
    grain,
    columns: JSON.stringify(descriptions),
    contract_version: String(FORMAT_VERSION),
    licence: 'as the Chest ImaGenome data it is made from; see NOTICE.txt',
  };
  return `{${Object.entries(entries)
    .map(([key, value]) => `${literal(key)}: ${literal(value)}`)
    .join(', ')}}`;
}
