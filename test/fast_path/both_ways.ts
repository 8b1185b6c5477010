import { isDeepStrictEqual } from 'node:util';
import type { ExecutionContext } from 'ava';
import { type TableMessage, TableSender } from '../../etl/arrow/transfer.js';
import { Issues } from '../../etl/diagnostics/issues.js';
import { Rejection } from '../../etl/diagnostics/rejection.js';
import { Chunk } from '../../etl/fast_path/chunk.js';
import { FastPath } from '../../etl/fast_path/fast_path.js';
import { type Identity, readIdentity } from '../../etl/graph/identity.js';
import { readGraph } from '../../etl/graph/scene_graph.js';
import type { Json } from './sound_graphs.js';

/** A graph as bytes, and the identity that a plan would have read from it. */
export interface Given {
  readonly bytes: Buffer;
  readonly identity: Identity;
}

/** A graph with the identity that it has itself; where it cannot be read, that of `original`, as its head may be sound. */
export function given(bytes: Buffer, original: Json): Given {
  try {
    return { bytes, identity: readGraph(bytes, new Issues()).identity };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { bytes, identity: readIdentity(original) };
  }
}

const fastPath = new FastPath();

export interface Flattened {
  /** All tables, quarantine and data_issues among them: every buffer, dictionaries in their order. */
  readonly tables: readonly TableMessage[];
  readonly carefulGraphs: number;
}

/** The tables of a chunk of these graphs. */
export function flatten(graphs: readonly Given[], way: 'fast' | 'careful', withText = true): Flattened {
  const chunk = new Chunk(withText, way === 'fast' ? fastPath : undefined);
  graphs.forEach(({ bytes, identity }, i) => {
    chunk.add(() => bytes, { source: `graph ${i}`, member: null }, identity);
  });
  const { carefulGraphs } = chunk;
  const sender = new TableSender();
  return { tables: [...chunk.finish().values()].map((table) => sender.messageOf(table)), carefulGraphs };
}

/** Asserts that both ways give the same tables; returns how many graphs took the careful one. */
export function assertSameBothWays(t: ExecutionContext, graphs: readonly Given[], withText = true): number {
  const fast = flatten(graphs, 'fast', withText);
  const careful = flatten(graphs, 'careful', withText);
  t.deepEqual(differences(fast.tables, careful.tables), [], 'columns that differ');
  return fast.carefulGraphs;
}

/** Names of the columns that differ in anything. */
function differences(fast: readonly TableMessage[], careful: readonly TableMessage[]): string[] {
  return careful.flatMap(({ columns, length }, table) =>
    columns
      .filter((column, i) => {
        const other = fast[table]!;
        return other.length !== length || !isDeepStrictEqual(other.columns[i], column);
      })
      .map(({ name }) => `${name} of table ${table}: ${fast[table]!.length} and ${length} rows`),
  );
}
