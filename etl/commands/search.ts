import { readViewFiles, signatureOf } from '../schema/view_file.js';
import type { Screen } from '../terminal/screen.js';
import { visibleCell } from '../terminal/visible.js';
import { entryLines } from './entry_lines.js';
import { toJson } from './values.js';
import type { Warehouse } from './warehouse.js';

/** What a warehouse has a name for, in the order in which it is listed. */
export const kinds = ['table', 'view', 'macro', 'column', 'label', 'region'] as const;

/** Something that a search has found. */
export interface Hit {
  readonly kind: (typeof kinds)[number];
  /** The name; of a column with its table, of a macro with its parameters. */
  readonly name: string;
  readonly about: string;
}

/** Everything that has a name in a warehouse. A stored view counts as a view, and macros are those of its version. */
async function everything({ connection }: Warehouse): Promise<Hit[]> {
  const read = await connection.runAndReadAll(`
    with named as (
      select 'table' as kind, table_name as name, comment as about from duckdb_tables() where schema_name = 'main'
      union all
      select 'view', view_name, comment from duckdb_views() where schema_name = 'main' and not internal
      union all
      select 'column', table_name || '.' || column_name, comment
      from duckdb_columns() where schema_name = 'main' and not internal
      union all
      select 'label', label_name, category_id from labels
      union all
      select 'region', bbox_name, concat_ws(', ', side, case when has_bbox then 'has a box' else 'in text only' end)
      from regions
    )
    select kind, name, coalesce(about, '') as about from named order by kind, name`);
  const macros = readViewFiles()
    .filter(({ kind }) => kind !== 'view')
    .map((file): Hit => ({ kind: 'macro', name: signatureOf(file), about: `${file.title}. ${file.rule}` }));
  return [...(read.convertRowObjects(toJson) as unknown as Hit[]), ...macros];
}

/** What has all of these words in its name or description, names first. */
export async function search(warehouse: Warehouse, words: string): Promise<Hit[]> {
  const wanted = words
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== '');
  const has = (text: string) => wanted.every((word) => text.toLowerCase().includes(word));
  const hits = (await everything(warehouse)).filter(({ name, about }) => has(`${name} ${about}`));
  return kinds.flatMap((kind) => {
    const own = hits.filter((hit) => hit.kind === kind);
    return [...own.filter(({ name }) => has(name)), ...own.filter(({ name }) => !has(name))];
  });
}

const headings = {
  table: 'tables',
  view: 'views',
  macro: 'macros',
  column: 'columns',
  label: 'labels',
  region: 'regions',
};

/** What a search has found, grouped, one line each. */
export function searchText(words: string, hits: readonly Hit[], screen: Screen): string {
  if (hits.length === 0) return `nothing has ${visibleCell(words, screen)} in its name or description\n`;
  return kinds
    .flatMap((kind) => {
      const own = hits.filter((hit) => hit.kind === kind);
      return own.length === 0 ? [] : [`${headings[kind]}\n${entryLines(own, screen)}\n`];
    })
    .join('\n');
}
