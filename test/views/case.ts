import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { completeGraph } from '../helpers/complete.js';
import { writeFiles } from '../helpers/files.js';
import type { Json } from '../helpers/graph.js';
import type { Row } from '../helpers/warehouse.js';

/** What a case asks, and the answer that was worked out by hand. */
export interface Question {
  /** Name of its file: a view, or `view.what` */
  readonly name: string;
  readonly view: string;
  readonly query: string;
  /** Whether the order of the rows counts: where the query says it. */
  readonly isOrdered: boolean;
  readonly rows?: readonly Row[];
  /** Part of the message of the error that is expected instead of rows. */
  readonly error?: string;
}

/** A folder of `test/cases/views`: a few tiny graphs, and what views say of them. */
export interface ViewCase {
  readonly name: string;
  readonly folder: string;
  readonly questions: readonly Question[];
}

const cases = projectFile('test', 'cases', 'views');

/** All cases, by name. */
export function viewCases(): ViewCase[] {
  return readdirSync(cases)
    .sort()
    .map((name) => {
      const folder = join(cases, name);
      return { name, folder, questions: questionsOf(folder) };
    });
}

/**
 * `expected/view.json` holds rows of the view, in any order, of each the columns that the case is about. Where
 * `expected/view.sql` or `expected/view.what.sql` is beside it, that is the question.
 */
function questionsOf(folder: string): Question[] {
  const expected = join(folder, 'expected');
  const files = readdirSync(expected).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => {
    const name = file.replace(/\.json$/, '');
    const answer: Row[] | { error: string } = readJson(join(expected, file));
    const rows = Array.isArray(answer) ? answer : undefined;
    const view = name.split('.')[0]!;
    const path = join(expected, `${name}.sql`);
    const isOrdered = existsSync(path);
    const query = isOrdered ? readFileSync(path, 'utf8') : `select ${columnsOf(rows)} from "${view}"`;
    return { name, view, query, isOrdered, ...(Array.isArray(answer) ? { rows: answer } : answer) };
  });
}

function columnsOf(rows: readonly Row[] | undefined): string {
  const columns = Object.keys(rows?.[0] ?? {}).map((name) => `"${name}"`);
  return columns.length > 0 ? columns.join(', ') : '*';
}

/** Builds the warehouse of a case below `folder`, and gives its path. */
export async function buildCase({ folder: source }: ViewCase, folder: string): Promise<string> {
  const input = join(folder, 'release');
  const out = join(folder, 'warehouse');
  const graphs: Json[] = readJson(join(source, 'graphs.json'));
  await writeFiles(
    join(input, 'silver_dataset', 'scene_graph'),
    Object.fromEntries(graphs.map((graph, i) => [fileName(graph, i), completeGraph(graph)])),
  );
  if (existsSync(join(source, 'release'))) await cp(join(source, 'release'), input, { recursive: true });
  const metadata = join(source, 'metadata.csv');
  const labels = { chexpert: join(source, 'chexpert.csv'), negbio: join(source, 'negbio.csv') };
  const options = join(source, 'options.json');
  await build({
    derived: 'none',
    input,
    out,
    workers: 1,
    ...(existsSync(metadata) ? { mimicMetadata: metadata } : {}),
    ...Object.fromEntries(Object.entries(labels).filter(([, path]) => existsSync(path))),
    ...(existsSync(options) ? readJson<{ withText: boolean }>(options) : {}),
  });
  return out;
}

const fileName = (graph: Json, i: number) => `${graph.image_id ?? `a${i}`}_SceneGraph.json`;

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}
