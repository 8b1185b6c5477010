import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import test from 'ava';
import { projectFile } from '../../etl/project.js';

/**
 * The rooms of etl/ in the order in which data pass them, ground floor first. A file imports from its own room and from those
 * before it, never from one behind it. build.ts stands between the stages and the commands; what is on no list is the roof.
 */
const rooms = [
  'diagnostics',
  'vocabulary',
  'schema',
  'warehouse',
  'graph',
  'arrow',
  'discover',
  'plan',
  'flatten',
  'fast_path',
  'workers',
  'reuse',
  'write',
  'text_tables',
  'load',
  'derive',
  'verify',
  'publish',
  'spark',
  'shards',
  'synth',
  'begin',
  'build_options',
  'build_summary',
  'complete',
  'build',
  'build_shard',
  'assemble',
  'reconstruct',
  'census',
  'evaluate',
  'docs',
  'terminal',
  'export',
  'report',
  'commands',
];

/** Files directly in etl/ that every room may use. */
const ground = [
  'error',
  'limits',
  'large_map',
  'text_order',
  'project',
  'markdown',
  'progress',
  'csv',
  'system_error',
  'duckdb_error',
  'shell_word',
];

/** Floor of a file, given by its path below etl/. */
function floorOf(path: string): number {
  const room = path.split('/')[0]!.replace(/\.ts$/, '');
  if (ground.includes(room)) return -1;
  return rooms.includes(room) ? rooms.indexOf(room) : rooms.length;
}

const files = readdirSync(projectFile('etl'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));

/** Paths below etl/ of what a file imports, statically or not. */
function importsOf(path: string): string[] {
  const text = readFileSync(projectFile(join('etl', path)), 'utf8');
  return [...text.matchAll(/(?:from |import\()'(\.{1,2}\/[^']+)'/g)].map(([, to]) =>
    posix.join(dirname(path), to!.replace(/\.js$/, '.ts')),
  );
}

test('every room of etl/ has its floor', (t) => {
  const found = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]!));
  t.deepEqual(
    [...found].filter((room) => !rooms.includes(room)),
    [],
  );
});

test('no circle of imports', (t) => {
  const circles: string[] = [];
  const visit = (path: string, chain: readonly string[], done: Set<string>): void => {
    if (chain.includes(path)) circles.push([...chain.slice(chain.indexOf(path)), path].join(' → '));
    if (done.has(path) || !files.includes(path)) return;
    done.add(path);
    for (const to of importsOf(path)) visit(to, [...chain, path], done);
  };
  const done = new Set<string>();
  for (const path of files) visit(path, [], done);
  t.deepEqual(circles, []);
});

test('no import runs against the flow of the data', (t) => {
  const wrong = files.flatMap((path) =>
    importsOf(path)
      .filter((to) => floorOf(to) > floorOf(path))
      .map((to) => `${path} imports ${to}`),
  );
  t.deepEqual(wrong, []);
});
