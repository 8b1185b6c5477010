import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { DuckDBInstance } from '@duckdb/node-api';
import { projectFile, version } from '../etl/project.js';
import { pythonVersions } from './python.js';

/** What the figures were taken on; names neither the machine nor a path. */
export interface Host {
  readonly cores: number;
  readonly processor: string;
  readonly memory_gb: number;
  /** Processes that wanted a core in the minute before the start: more than 0.5 means that others were at work. */
  readonly load_before: number;
  readonly versions: Readonly<Record<string, string>>;
}

/** Describes this machine. */
export async function describeHost(): Promise<Host> {
  const duckdb = await duckdbVersion();
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memory_gb: Math.round(totalmem() / 1e9),
    load_before: Math.round(loadavg()[0]! * 100) / 100,
    versions: {
      imagenome: version,
      platform: `${process.platform} ${process.arch}`,
      node: process.versions.node,
      'duckdb (node)': duckdb,
      'parquetjs-lite': packageVersion('parquetjs-lite'),
      ...pythonVersions(),
    },
  };
}

async function duckdbVersion(): Promise<string> {
  const connection = await (await DuckDBInstance.create()).connect();
  return String((await connection.runAndReadAll('select version()')).getRows()[0]![0]);
}

function packageVersion(name: string): string {
  const file = projectFile('node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
