import { readdirSync, readFileSync } from 'node:fs';
import { projectFile } from '../project.js';

/** A file of `sql/checks`: a SELECT that gives the rows which should not be. */
export interface CheckFile {
  readonly name: string;
  readonly title: string;
  /** An error ends a build; a warning is told. */
  readonly severity: 'error' | 'warning';
  /** `check`: too dear for every build, only done on request. */
  readonly scope: 'build' | 'check';
  /** Left out where this table is absent. */
  readonly needs: string | undefined;
  readonly sql: string;
}

/** All checks, by name. */
export function readCheckFiles(): CheckFile[] {
  return readdirSync(projectFile('sql/checks'))
    .sort()
    .map((file) => parse(file.replace(/\.sql$/, ''), readFileSync(projectFile('sql/checks', file), 'utf8')));
}

function parse(name: string, text: string): CheckFile {
  const field = (key: string) => new RegExp(`^-- ${key}: (\\w+)$`, 'm').exec(text)?.[1];
  const title = /^-- (.+)$/m.exec(text)?.[1];
  const severity = field('severity');
  if (!title || (severity !== 'error' && severity !== 'warning')) {
    throw new Error(
      `sql/checks/${name}.sql: expected a title and '-- severity: error' or warning in its header`,
    );
  }
  const scope = field('scope') === 'check' ? 'check' : 'build';
  return { name, title, severity, scope, needs: field('needs'), sql: text.replace(/^--.*\n/gm, '') };
}
