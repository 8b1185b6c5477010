import { readFileSync } from 'node:fs';
import { projectFile } from '../project.js';
import { parseViewFile } from '../schema/view_file.js';

/**
 * The text of an SQL file of this folder. `{{view NAME, RELATION as OTHER}}` in it stands for the statement of that view, which reads OTHER in place
 * of RELATION: what is worked out for chosen images alone keeps the rule of the view.
 * @param name without its suffix
 * @param replaced what stands for `{{name}}` in it, by name
 */
export function statementText(name: string, replaced: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(projectFile('etl', 'export', `${name}.sql`), 'utf8');
  return text
    .replace(
      /( *)\{\{view (\w+)((?:,\s+[\w.]+ as \w+)*)\}\}/g,
      (_, indent: string, view: string, others: string) => viewText(view, others).replace(/^(?=.)/gm, indent),
    )
    .replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
      const value = replaced[key];
      if (value === undefined) throw new Error(`${name}.sql: nothing is given for {{${key}}}`);
      return value;
    });
}

/** The statement of a view with other relations. @throws Error where it does not read one of them */
function viewText(view: string, others: string): string {
  let { sql } = parseViewFile(readFileSync(projectFile('views', `${view}.sql`), 'utf8'));
  for (const [, relation, other] of others.matchAll(/([\w.]+) as (\w+)/g)) {
    const read = new RegExp(`\\b${relation!.replace('.', '\\.')}\\b( as \\w+)?`, 'g');
    if (!read.test(sql)) throw new Error(`views/${view}.sql: expected it to read ${relation}`);
    sql = sql.replace(read, (_, alias) => `${other}${alias ?? ` as ${relation!.split('.').at(-1)}`}`);
  }
  return sql;
}
