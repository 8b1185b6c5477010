import { readFileSync } from 'node:fs';
import { projectFile } from '../project.js';

/**
 * The statement of a figure, as it stands on the page and as it is run.
 * @param name of its file in `sql/`, without the suffix
 * @param patient a patient_id, which stands for `{{patient}}`
 */
export function statementOf(name: string, patient?: number): string {
  const text = readFileSync(projectFile('etl', 'report', 'sql', `${name}.sql`), 'utf8').trim();
  return patient === undefined ? text : text.replaceAll('{{patient}}', String(patient));
}
