import { hash } from 'node:crypto';
import type { BuildKeys } from '../warehouse/chunk_record.js';
import { codeDigest } from './code_digest.js';

/** Options that say from where, to where and how, and never what: files that they name count by their content. */
const neverDecisive: ReadonlySet<string> = new Set([
  ...['input', 'out', 'workers', 'memoryLimit', 'reuse', 'signal'],
  ...['mimicMetadata', 'mimicSplit', 'chexpert', 'negbio'],
]);

/** Options that decide what stands around the rows of the graphs, and not these. */
const aroundChunks: ReadonlySet<string> = new Set(['derived', 'maxRejected', 'rdf']);

/**
 * What the files of a build depend on, apart from its input. An option that is not named here counts for everything, so that a new
 * one can never be forgotten; `careful` counts too, as it is there for doubt about what the fast path has written.
 */
export function keysOf(options: Readonly<Record<string, unknown>>): BuildKeys {
  const code = codeDigest();
  const keyOf = (ignored: (name: string) => boolean) => {
    const decisive = Object.entries(options)
      .filter(([name, value]) => !ignored(name) && value !== undefined && typeof value !== 'function')
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return hash('sha256', JSON.stringify([code, decisive]), 'hex');
  };
  return {
    whole: keyOf((name) => neverDecisive.has(name)),
    chunks: keyOf((name) => neverDecisive.has(name) || aroundChunks.has(name)),
  };
}
