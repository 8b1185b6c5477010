import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { projectFile } from '../project.js';
import type { ViewFile } from '../schema/view_file.js';

/** A file of `views/spark/`: the query of a view in Spark SQL; of a macro with its parameters as named markers, `:regions`. */
export interface SparkQuery {
  readonly sql: string;
  /** What it was translated from, see `digestOf`. */
  readonly digest: string;
  /** Why it is written by hand; undefined for what `npm run spark` writes. */
  readonly reason: string | undefined;
}

/** Path of the file of a view or macro, below the project. */
export function sparkPath(name: string): string {
  return projectFile('views', 'spark', `${name}.sql`);
}

/** The Spark SQL of a view or macro. @throws Error when it has none, or a file without its header */
export function readSparkQuery(name: string): SparkQuery {
  if (!existsSync(sparkPath(name)))
    throw new Error(`views/spark/${name}.sql: expected a file; npm run spark`);
  const lines = readFileSync(sparkPath(name), 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  const header = lines
    .slice(0, end)
    .map((line) => line.replace(/^-- ?/, ''))
    .join(' ');
  const digest = /\bdigest: ([0-9a-f]{16})\b/.exec(header)?.[1];
  if (!digest) throw new Error(`views/spark/${name}.sql: expected '-- digest: …', found none; npm run spark`);
  const reason = /\bby hand: (.*?) digest: /.exec(header)?.[1];
  return { sql: lines.slice(end).join('\n').trim(), digest, reason };
}

/** What `npm run spark` writes for a view or macro. */
export function sparkFileText(file: ViewFile, digest: string, sql: string): string {
  const path = file.kind === 'view' ? file.name : `macros/${file.name}`;
  return `-- views/${path}.sql in Spark SQL, written by \`npm run spark\`\n-- digest: ${digest}\n${sql}`;
}

/** A digest of the statement of a view or macro and of every macro that it calls, at any depth. */
export function digestOf(file: ViewFile, files: readonly ViewFile[]): string {
  const called = new Set([file]);
  for (const caller of called) {
    for (const macro of files) {
      if (macro.kind !== 'view' && new RegExp(`\\b${macro.name}\\(`).test(caller.sql)) called.add(macro);
    }
  }
  const statements = [...called].map(({ sql }) => sql).sort();
  return createHash('sha256').update(JSON.stringify(statements)).digest('hex').slice(0, 16);
}
