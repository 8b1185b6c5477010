import { readFileSync } from 'node:fs';
import { projectFile } from '../project.js';

/**
 * The text of an SQL file of this folder.
 * @param name without its suffix
 * @param replaced what stands for `{{name}}` in it, by name
 */
export function statementText(name: string, replaced: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(projectFile('etl', 'export', `${name}.sql`), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const value = replaced[key];
    if (value === undefined) throw new Error(`${name}.sql: nothing is given for {{${key}}}`);
    return value;
  });
}
