import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBTypeId } from '@duckdb/node-api';
import { UserError, usageError } from '../error.js';
import { literal } from '../schema/ddl.js';
import { failed, type QueryPlace, refused } from './query_error.js';
import { hasSemicolon, isClosed, statementsOf } from './sql_text.js';
import { unstableIn, unstableNames } from './stable_sql.js';

/** Schemas that a condition may read. */
const schemas: readonly string[] = ['main', 'derived', 'optional_inputs'];

/** Table functions that read nothing. */
const plainFunctions: readonly string[] = ['unnest', 'range', 'generate_series'];

const LISTS = 'imagenome info DIR cohort lists the columns';
const EXPECTED = '--where: expected one condition over the columns of cohort';

/**
 * Expects one condition over the columns of the view `cohort`, which may ask other tables and views of the warehouse, and nothing else.
 * @throws UserError of wrong usage, which says what DuckDB says of the text, and quotes no value of the data
 */
export async function assertCondition(connection: DuckDBConnection, where: string): Promise<void> {
  if (statementsOf(where).length === 0) throw usageError(`${EXPECTED}, found nothing; ${LISTS}`);
  if (hasSemicolon(where)) throw usageError(`${EXPECTED}, found a semicolon; give one condition without it`);
  if (!isClosed(where)) {
    throw usageError(`${EXPECTED}, found a bracket, a quote or a comment that does not end in it`);
  }
  const known = await knownNames(connection);
  const tree = await parsed(connection, where);
  assertReadsWarehouse(tree, known);
  await assertBinds(connection, where);
}

/** Gives what chooses by a condition; what DuckDB finds wrong with it while it runs is wrong usage. */
export async function withCondition<T>(where: string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (where === undefined || error instanceof UserError) throw error;
    return explained(() => failed(error, placeOf(where, 0)));
  }
}

const placeOf = (where: string, before: number): QueryPlace => ({
  ...{ text: where, query: where, before },
  ...{ number: 1, count: 1 },
});

/** Has an error of a query become one of wrong usage. */
function explained(raise: () => never): never {
  try {
    return raise();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const said = error.message.replace(/^the query (was refused|failed): /, '');
    throw usageError(`${EXPECTED} (${LISTS}), found one that DuckDB refuses: ${said}`);
  }
}

/** What a condition may name, and what it may not call. */
interface KnownNames {
  readonly relations: ReadonlySet<string>;
  readonly tableMacros: ReadonlySet<string>;
  /** Functions that answer otherwise each time, or by what is outside. */
  readonly unstable: ReadonlySet<string>;
}

async function knownNames(connection: DuckDBConnection): Promise<KnownNames> {
  const names = async (sql: string) =>
    new Set((await connection.runAndReadAll(sql)).getRows().map(([name]) => String(name).toLowerCase()));
  const own = `database_name = current_database() and schema_name in (${schemas.map(literal).join(', ')})`;
  return {
    relations: await names(
      `select table_name from duckdb_tables() where ${own} union select view_name from duckdb_views() where ${own}`,
    ),
    tableMacros: await names(
      "select function_name from duckdb_functions() where function_type = 'table_macro' and not internal",
    ),
    unstable: await unstableNames(connection),
  };
}

/** The syntax tree of the condition, as DuckDB's own parser gives it. */
async function parsed(connection: DuckDBConnection, where: string): Promise<unknown> {
  const before = 'select * from main.cohort where (\n';
  const sql = `${before}${where}\n)`;
  const read = await connection.runAndReadAll(`select json_serialize_sql(${literal(sql)})::varchar`);
  const tree = JSON.parse(String(read.getRows()[0]![0]));
  if (tree.error !== true) return tree.statements[0].node.where_clause;
  const at = Number(tree.position);
  const found = JSON.stringify({
    exception_type: 'Parser',
    exception_message: tree.error_message,
    ...(Number.isFinite(at) && { position: String(at) }),
  });
  return explained(() => refused(new Error(found), placeOf(where, before.length)));
}

/** Looks at every part of a syntax tree. */
function assertReadsWarehouse(
  part: unknown,
  known: KnownNames,
  queries: ReadonlySet<string> = new Set(),
): void {
  if (Array.isArray(part)) {
    for (const one of part) assertReadsWarehouse(one, known, queries);
    return;
  }
  if (part === null || typeof part !== 'object') return;
  const node = part as Record<string, unknown>;
  const own = new Set([...queries, ...commonTables(node)]);
  assertAllowed(node, known, own);
  for (const one of Object.values(node)) assertReadsWarehouse(one, known, own);
}

/** Names of the queries that a `with` gives a name. */
function commonTables({ cte_map }: Record<string, unknown>): string[] {
  const entries = (cte_map as { map?: { key: string }[] } | undefined)?.map ?? [];
  return entries.map(({ key }) => key.toLowerCase());
}

function assertAllowed(node: Record<string, unknown>, known: KnownNames, own: ReadonlySet<string>): void {
  const text = (key: string) => (typeof node[key] === 'string' ? (node[key] as string).toLowerCase() : '');
  if (node.type === 'BASE_TABLE') {
    const name = text('table_name');
    const isOwn = text('schema_name') === '' && text('catalog_name') === '' && own.has(name);
    const isKnown = ['', ...schemas].includes(text('schema_name')) && known.relations.has(name);
    if (!isOwn && !(isKnown && ['', 'imagenome'].includes(text('catalog_name'))))
      throw elsewhere(`a relation '${name}'`);
  }
  if (node.type === 'TABLE_FUNCTION') {
    const name = String((node.function as { function_name?: string })?.function_name).toLowerCase();
    if (!known.tableMacros.has(name) && !plainFunctions.includes(name))
      throw elsewhere(`the function ${name}`);
    return;
  }
  if (node.type === 'SHOW_REF') throw elsewhere('show, describe or summarize');
  if (node.class === 'PARAMETER') throw usageError(`${EXPECTED}, found a parameter, which has no value here`);
  const found = unstableIn(node, known.unstable);
  if (found !== undefined) {
    throw usageError(`${EXPECTED} that says the same each time, found ${found}; leave it out`);
  }
}

const elsewhere = (found: string) =>
  usageError(
    `${EXPECTED} and of other tables and views of the warehouse, found ${found}, which is none of these; ` +
      'imagenome info DIR lists them',
  );

/** Expects names and types that fit, and true or false as the answer. */
async function assertBinds(connection: DuckDBConnection, where: string): Promise<void> {
  const bind = async (before: string, after: string) => {
    const place = placeOf(where, before.length);
    return connection
      .prepare(`${before}${where}\n${after}`)
      .catch((error: unknown) => explained(() => refused(error, place)));
  };
  const filter = await bind('select 1 from main.cohort where (\n', ')');
  filter.destroySync();
  const value = await bind('select (\n', ') as condition from main.cohort');
  try {
    const type = value.columnTypeId(0);
    if (type === DuckDBTypeId.BOOLEAN) return;
    throw usageError(
      `${EXPECTED}, found ${DuckDBTypeId[type]} where true or false is needed, such as split = 'train'; ${LISTS}`,
    );
  } finally {
    value.destroySync();
  }
}
