import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { Issues } from '../../etl/diagnostics/issues.js';
import { Rejection } from '../../etl/diagnostics/rejection.js';
import type { Identity } from '../../etl/graph/identity.js';
import { readGraph } from '../../etl/graph/scene_graph.js';
import { readHead } from '../../etl/plan/head.js';
import { projectFile } from '../../etl/project.js';
import { faultyGraphs } from '../build/faults/graphs.js';

type Reading = Identity | 'rejected' | undefined;

function reading(read: () => Identity | undefined): Reading {
  try {
    return read();
  } catch (error) {
    if (error instanceof Rejection) return 'rejected';
    throw error;
  }
}

const cases = projectFile('test', 'cases', 'build');
const files = readdirSync(cases, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.includes('input') && path.endsWith('.json'))
  .map((path): [string, Buffer] => [path, readFileSync(join(cases, path))]);
const faulty = Object.entries(faultyGraphs).map(([name, [content]]): [string, Buffer] => [
  name,
  Buffer.from(content),
]);

test('the head of a graph says what the whole graph says', (t) => {
  let heads = 0;
  for (const [name, bytes] of [...files, ...faulty]) {
    const head = reading(() => readHead(bytes));
    const whole = reading(() => readGraph(bytes, new Issues()).identity);
    if (head === 'rejected') t.is(whole, 'rejected', name);
    else if (head !== undefined && whole !== 'rejected') {
      t.deepEqual(head, whole, name);
      heads++;
    }
  }
  t.true(heads > 50, 'most graphs are known by their head');
});
