import { isDeepStrictEqual } from 'node:util';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ViewFile } from '../../etl/schema/view_file.js';
import { answer, comparable } from './answer.js';
import type { Question, ViewCase } from './case.js';
import type { CaseWarehouses } from './warehouses.js';

/** The first case with another answer when a view is `mutated`; those that ask it directly come first. */
export async function noticedBy(
  original: ViewFile,
  mutated: ViewFile,
  cases: readonly ViewCase[],
  warehouses: CaseWarehouses,
): Promise<ViewCase | undefined> {
  const asksIt = ({ view }: Question) => view === original.name;
  for (const one of firstThose(cases, ({ questions }) => questions.some(asksIt))) {
    const connection = await warehouses.open(one);
    await connection.run(replacing(mutated));
    try {
      for (const question of firstThose(one.questions, asksIt)) {
        if (!(await isAnswered(connection, question))) return one;
      }
    } finally {
      await connection.run(replacing(original));
    }
  }
  return undefined;
}

function firstThose<T>(all: readonly T[], are: (one: T) => boolean): T[] {
  return [...all.filter(are), ...all.filter((one) => !are(one))];
}

async function isAnswered(connection: DuckDBConnection, question: Question): Promise<boolean> {
  if (question.rows) {
    const rows = comparable(question, await answer(connection, question.query));
    return isDeepStrictEqual(rows, comparable(question, question.rows));
  }
  return answer(connection, question.query).then(
    () => false,
    (error: Error) => error.message.includes(question.error!),
  );
}

function replacing({ name, kind, sql }: ViewFile): string {
  return kind === 'view'
    ? `create or replace view main."${name}" as ${sql}`
    : sql.replace('create macro', 'create or replace macro');
}
