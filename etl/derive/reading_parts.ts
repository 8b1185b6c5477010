import { join } from 'node:path';
import type { PatientRange } from '../plan/chunks.js';
import { identifier, literal } from '../schema/ddl.js';
import { derivedPartPath } from '../warehouse/layout.js';
import type { StoredView } from './stored_view.js';

/**
 * The SQL of a stored view, that reads the Parquet parts of these ranges in place of the stored views in it: their tables have not been
 * committed yet, so that a range goes through all views while others are under way.
 * @param folder the staging folder
 */
export function readingParts(view: StoredView, folder: string, ranges: readonly PatientRange[]): string {
  if (view.reads.length === 0) return view.sql;
  const parts = view.reads.map((name) => {
    const paths = ranges.map((range) => literal(join(folder, derivedPartPath(name, range))));
    return `${identifier(name)} as not materialized (from read_parquet([${paths.join(', ')}], hive_partitioning = false))`;
  });
  const sql = view.sql.replace(/\bmain\.(\w+)\b/g, (text, name) =>
    view.reads.includes(name) ? identifier(name) : text,
  );
  return `with ${parts.join(', ')} from (${sql})`;
}
