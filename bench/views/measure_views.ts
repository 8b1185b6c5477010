import { execFileSync, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectFile } from '../../etl/project.js';
import { cached } from '../cache.js';
import type { ViewQuery } from './view_queries.js';

/** The newest 1.x and the newest 2.x, as test/readers has them. */
export const versions = ['1.5.6', '2.0.1'] as const;

/** DuckDB's own limit, under which every query has to answer. */
export const MEMORY_LIMIT = '1GB';

/** What one query took in one version of DuckDB. */
export interface ViewTiming extends ViewQuery {
  readonly version: string;
  readonly seconds?: number;
  /** Largest resident memory of the process that ran it, Python and DuckDB included. */
  readonly peak_bytes?: number;
  readonly rows?: number;
  /** What DuckDB said instead of an answer, or that it took too long. */
  readonly failure?: string;
}

/** Runs every query in every version, a process each, on two threads and with a memory limit. */
export async function measureViews(
  database: string,
  queries: readonly ViewQuery[],
  onTiming: (timing: ViewTiming) => void,
): Promise<void> {
  for (const version of versions) {
    const script = projectFile('bench', 'views', 'run_queries.py');
    const child = spawn(pythonWith(version), ['-B', script, database, MEMORY_LIMIT], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end(JSON.stringify(queries));
    for await (const line of createInterface({ input: child.stdout })) {
      onTiming({ version, ...JSON.parse(line) });
    }
  }
}

/** The Python of an environment with that version of DuckDB, made when it is not there yet. */
function pythonWith(version: string): string {
  const folder = cached(`python-duckdb-${version}`);
  const python = join(folder, 'bin', 'python');
  if (existsSync(join(folder, 'complete'))) return python;
  process.stderr.write(`python: making an environment for DuckDB ${version}\n`);
  rmSync(folder, { recursive: true, force: true });
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'ignore' });
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `duckdb==${version}`];
  execFileSync(python, install, { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('touch', [join(folder, 'complete')]);
  return python;
}
