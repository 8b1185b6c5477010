import {
  type DuckDBConnection,
  type DuckDBExtractedStatements,
  type DuckDBPreparedStatement,
  type DuckDBResult,
  ResultReturnType,
  StatementType,
} from '@duckdb/node-api';
import { UserError } from '../error.js';
import { failed, type QueryPlace, refused } from './query_error.js';
import { statementsOf } from './sql_text.js';

/** A statement of a query, ready to run. */
export interface Statement extends QueryPlace {
  readonly prepared: DuckDBPreparedStatement;
}

/**
 * The statements of a query, each prepared when those before it have run.
 * @throws UserError, which repeats what DuckDB says of the text of the query but nothing that it has read from the data
 */
export async function* statements(connection: DuckDBConnection, query: string): AsyncGenerator<Statement> {
  const whole = await extract(connection, query, { text: query, query, number: 1, count: 1 });
  const texts = await split(connection, query, whole.count);
  assertNoLog(texts);
  let isFirst = true;
  for (const [i, text] of texts.entries()) {
    const place = { text, query, number: i + 1, count: texts.length };
    const parts = texts.length === 1 ? whole : await extract(connection, text, place);
    for (let j = 0; j < parts.count; j++) {
      // From the second statement on, names may come from the data: `set variable`, `pivot`.
      const error = isFirst ? refused : failed;
      isFirst = false;
      yield { ...place, prepared: await parts.prepare(j).catch((found) => error(found, place)) };
    }
  }
}

/** DuckDB's log goes to files and to stdout whatever is locked, and one that cannot be written ends the process. */
function assertNoLog(texts: readonly string[]): void {
  if (texts.some((text) => /enable_logging/i.test(text))) {
    throw new UserError("the query was refused: expected no enable_logging, as DuckDB's log is off here");
  }
}

/** The texts of the statements; the whole query where DuckDB counts otherwise than we do. */
async function split(connection: DuckDBConnection, query: string, count: number): Promise<string[]> {
  const texts = statementsOf(query);
  if (texts.length < 2) return [query];
  let found = 0;
  for (const text of texts) {
    const parts = await connection.extractStatements(text).catch(() => undefined);
    if (!parts) return [query];
    found += parts.count;
  }
  return found === count ? texts : [query];
}

function extract(
  connection: DuckDBConnection,
  text: string,
  place: QueryPlace,
): Promise<DuckDBExtractedStatements> {
  return connection.extractStatements(text).catch((error) => refused(error, place));
}

/** Runs a statement; the rows of a select are read as they are asked for. */
export async function run({ prepared, ...place }: Statement): Promise<DuckDBResult> {
  const isSelect = prepared.statementType === StatementType.SELECT;
  return (isSelect ? prepared.stream() : prepared.run()).catch((error) => failed(error, place));
}

/** True for what answers with rows, though there may be none; false for `set variable` and its like. */
export function hasRows(result: DuckDBResult): boolean {
  return result.returnType === ResultReturnType.QUERY_RESULT;
}
