import { type Fingerprint, IN_ORDER } from './fingerprint.js';

/** Says `equal`, or where `found` is other than `expected`, e.g. `differs: parquet/objects.cuis`. */
export function compare(expected: Fingerprint, found: Fingerprint): string {
  const differences = Object.entries(expected).flatMap(([table, print]) => {
    const other = found[table];
    if (!other) return [`${table} is missing`];
    const columns = Object.keys(print).filter((name) => name !== IN_ORDER && print[name] !== other[name]);
    if (columns.length > 0) return columns.map((column) => `${table}.${column}`);
    return print[IN_ORDER] === other[IN_ORDER] ? [] : [`${table} ${IN_ORDER}`];
  });
  return differences.length === 0 ? 'equal' : `differs: ${differences.join(', ')}`;
}
