import type { Row } from './database.js';

/** A column as the catalog has it. */
export interface CatalogColumn {
  readonly name: string;
  /** The type, and `not null` where it is required. */
  readonly type: string;
  readonly comment: string | null;
}

/** A table, view, macro or anything else that a database has. */
export interface CatalogEntry {
  readonly kind: string;
  /** With its schema, e.g. main.boxes. */
  readonly name: string;
  /** Of a view its query, of a macro its parameters and query, as DuckDB writes them. */
  readonly definition: string;
  readonly comment: string | null;
  readonly columns: readonly CatalogColumn[];
}

/** The catalog of a database, by kind and name. */
export type Catalog = ReadonlyMap<string, CatalogEntry>;

/** Under which key an entry stands. */
export const keyOf = ({ kind, name }: Pick<CatalogEntry, 'kind' | 'name'>) => `${kind} ${name}`;

const entries = `
  with own as (select current_database() as database_name)
  select 'table' as kind, schema_name || '.' || table_name as name, '' as definition, comment
  from duckdb_tables() join own using (database_name)
  where not internal
  union all
  select 'view', schema_name || '.' || view_name, sql, comment
  from duckdb_views() join own using (database_name)
  where not internal
  union all
  select
    case function_type when 'table_macro' then 'macro' when 'macro' then 'macro' else function_type end,
    schema_name || '.' || function_name,
    concat(function_type, '(', array_to_string(parameters, ', '), ') ', macro_definition),
    comment
  from duckdb_functions() join own using (database_name)
  where not internal
  union all
  select 'schema', schema_name, '', null
  from duckdb_schemas() join own using (database_name)
  where not internal and schema_name <> 'main'
  union all
  select 'index', schema_name || '.' || index_name, '', null from duckdb_indexes() join own using (database_name)
  union all
  select 'sequence', schema_name || '.' || sequence_name, '', null
  from duckdb_sequences() join own using (database_name)
  union all
  select 'type', schema_name || '.' || type_name, '', null
  from duckdb_types() join own using (database_name)
  where not internal`;

const columns = `
  select
    schema_name || '.' || table_name as name, column_name,
    data_type || if(is_nullable, '', ' not null') as type, comment
  from duckdb_columns()
  where not internal and database_name = current_database()
  order by name, column_index`;

/** Reads the catalog of a database, given how to query it. */
export async function readCatalog(rows: (query: string) => Promise<readonly Row[]>): Promise<Catalog> {
  const byTable = new Map<string, CatalogColumn[]>();
  for (const { name, column_name, type, comment } of await rows(columns)) {
    const own = byTable.get(String(name)) ?? [];
    own.push({ name: String(column_name), type: String(type), comment: comment as string | null });
    byTable.set(String(name), own);
  }
  const catalog = new Map<string, CatalogEntry>();
  for (const row of await rows(entries)) {
    const { kind, name, definition, comment } = row as unknown as Omit<CatalogEntry, 'columns'>;
    const hasColumns = kind === 'table' || kind === 'view';
    const entry = { kind, name, definition, comment, columns: hasColumns ? (byTable.get(name) ?? []) : [] };
    catalog.set(keyOf(entry), entry);
  }
  return catalog;
}
