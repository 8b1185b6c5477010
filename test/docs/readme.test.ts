import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { tables } from '../../etl/schema/index.js';
import { imagenome } from '../helpers/command.js';
import { completeGraph } from '../helpers/complete.js';
import { writeFiles } from '../helpers/files.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const readme = readFileSync(projectFile('README.md'), 'utf8');

test('the queries of the README answer what it prints, from the graph that it shows', async (t) => {
  const folder = await temporaryFolder(t);
  const [, graph] = /```json\n(.*?)```/s.exec(readme)!;
  const input = await writeFiles(join(folder, 'graphs'), {
    'example_SceneGraph.json': completeGraph(JSON.parse(graph!)),
  });
  const out = join(folder, 'warehouse');
  await build({ input, out, workers: 1 });
  const shown = [
    ...readme.matchAll(/```console\n\$ npx imagenome sql output\/warehouse "([^\n]*)"\n(.*?)```/gs),
  ];
  t.is(shown.length, 2);
  for (const [, query, answer] of shown) t.is((await imagenome('sql', out, query!)).out, answer!, query);
});

test('the diagram of the README has the references of the schema', (t) => {
  const [, diagram] = /```mermaid\nerDiagram\n(.*?)```/s.exec(readme)!;
  const shown = diagram!
    .trim()
    .split('\n')
    .map((line) => /^\s*(\w+) (\|\||\|o)--o\{ (\w+) : "?([\w, ]+)"?$/.exec(line)!)
    .map(
      ([, to, end, from, columns]) =>
        `${from} (${columns}) ${end === '|o' ? 'may point' : 'points'} to ${to}`,
    );
  const stated = tables.flatMap(({ name, references = [] }) =>
    references.map(
      ({ columns, table, optional }) =>
        `${name} (${columns.join(', ')}) ${optional ? 'may point' : 'points'} to ${table}`,
    ),
  );
  t.deepEqual(shown.sort(), stated.sort());
});

test('the README and docs/performance.md agree on the whole release', (t) => {
  const performance = readFileSync(projectFile('docs', 'performance.md'), 'utf8');
  const [, seconds] = /243,310 synthetic graphs took ([\d.]+ s) on two cores, below 1 GB/.exec(readme)!;
  const [, measured, peak] = /^243,310 graphs.*?: \*\*([\d.]+ s)\*\*.*?at most\n(\d+) MB resident/ms.exec(
    performance,
  )!;
  t.is(seconds, measured);
  t.true(Number(peak) < 1000);
});
