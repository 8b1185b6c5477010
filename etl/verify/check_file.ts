import { readdirSync, readFileSync } from 'node:fs';
import { projectFile } from '../project.js';
import type { Check } from './check.js';

/** The checks of `sql/checks`, by name: those that no key or reference of a table states. */
export function readCheckFiles(): Check[] {
  return readdirSync(projectFile('sql/checks'))
    .sort()
    .map((file) =>
      parseCheckFile(file.replace(/\.sql$/, ''), readFileSync(projectFile('sql/checks', file), 'utf8')),
    );
}

/**
 * Reads a check: comment lines `-- title`, `-- severity: error` or warning, and where they apply `-- scope: check` and
 * `-- needs: table`, then the SELECT.
 * @throws Error naming the check when its header is incomplete
 */
export function parseCheckFile(name: string, text: string): Check {
  const field = (key: string) => new RegExp(`^-- ${key}: (\\w+)$`, 'm').exec(text)?.[1];
  const title = /^-- (.+)$/m.exec(text)?.[1];
  const severity = field('severity');
  if (!title || (severity !== 'error' && severity !== 'warning')) {
    throw new Error(
      `sql/checks/${name}.sql: expected a title and '-- severity: error' or warning in its header`,
    );
  }
  const scope = field('scope') === 'check' ? 'check' : 'build';
  const needs = field('needs');
  const sql = text.replace(/^--.*\n/gm, '');
  return { name, title, severity, scope, needs: needs === undefined ? [] : [needs], sql };
}
