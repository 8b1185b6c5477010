import { readFileSync } from 'node:fs';
import { projectFile } from '../project.js';
import { fieldDescription } from './fields.js';

/** A column of a view, and what it holds. */
export interface ViewColumn {
  readonly name: string;
  readonly description: string;
}

/** Order of the rows of a stored view: that of the images (or of the first image of each study), then these columns. */
export interface StoredOrder {
  readonly by: 'image' | 'study';
  readonly columns: readonly string[];
}

/** A file of `views/`: what its header says, and its statement. */
export interface ViewFile {
  readonly name: string;
  /** Heading of `views/order.txt` that it stands under. */
  readonly group: string;
  readonly title: string;
  readonly grain: string;
  readonly rule: string;
  readonly tieBreak: string;
  /** Who computes it so, or where the rule is stated. */
  readonly source: string;
  readonly columns: readonly ViewColumn[];
  /** How a build stores its rows; undefined for what is computed each time it is queried. */
  readonly stored: StoredOrder | undefined;
  /** Table macro (called with parameters), scalar macro (an expression), or view. */
  readonly kind: 'view' | 'table macro' | 'scalar macro';
  /** A select, or for a macro the whole `create macro`. */
  readonly sql: string;
}

const fields = ['grain', 'rule', 'tie-break', 'source'] as const;

/** The files of `views/` in the order in which they build on each other: that of `views/order.txt`, which has headings. */
export function readViewFiles(): ViewFile[] {
  const files: ViewFile[] = [];
  let group = '';
  for (const line of readFileSync(projectFile('views/order.txt'), 'utf8').split('\n')) {
    if (line.startsWith('# ')) group = line.slice(2);
    else if (line !== '') {
      files.push({ ...parseViewFile(readFileSync(projectFile(`views/${line}.sql`), 'utf8')), group });
    }
  }
  return files;
}

/**
 * Reads a view file: comment lines `-- name: title`, then `-- grain: …` and the other fields, whose text may go on in lines
 * that are indented further, on request `-- stored: by image, column, column` (or by study), then `-- columns:` with one
 * `--   column: description` per line, then the statement. A line of names without a description, `--   image_id, study_id`,
 * gives columns that have their usual meaning (see fields.ts).
 * @throws Error naming the view and the field that is missing
 */
export function parseViewFile(text: string): Omit<ViewFile, 'group'> {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  const header = lines.slice(0, end).map((line) => line.slice(3));
  const [, name, title] = /^(\w+): (.+)$/.exec(header[0] ?? '') ?? [];
  if (!name || !title) throw new Error(`view file: expected '-- name: title' first, found '${header[0]}'`);
  const field = (key: string) => {
    const start = header.findIndex((line) => line.startsWith(`${key}:`));
    if (start < 0) throw new Error(`${name}: expected '-- ${key}: …' in the header, found none`);
    const more = header.slice(start + 1).findIndex((line) => !line.startsWith('  '));
    const rest = more < 0 ? header.slice(start + 1) : header.slice(start + 1, start + 1 + more);
    return [header[start]!.slice(key.length + 1), ...rest];
  };
  const [grain, rule, tieBreak, source] = fields.map((key) =>
    field(key)
      .map((line) => line.trim())
      .join(' ')
      .trim(),
  ) as [string, string, string, string];
  const columns = field('columns')
    .slice(1)
    .flatMap((line) => readColumns(name, line));
  const stored = header.find((line) => line.startsWith('stored:'));
  const sql = lines.slice(end).join('\n').trim();
  const isMacro = sql.startsWith('create macro');
  const kind = !isMacro ? 'view' : /\) as table\n/.test(sql) ? 'table macro' : 'scalar macro';
  return {
    ...{ name, title, grain, rule, tieBreak, source, columns, kind, sql },
    stored: stored === undefined ? undefined : readStoredOrder(name, stored),
  };
}

function readStoredOrder(view: string, line: string): StoredOrder {
  const [, by, columns = ''] = /^stored: by (image|study)((?:, \w+)*)$/.exec(line) ?? [];
  if (!by) throw new Error(`${view}: expected '-- stored: by image, column, …' or by study, found '${line}'`);
  return { by: by as StoredOrder['by'], columns: columns.split(', ').slice(1) };
}

/**
 * The columns of one line of a header.
 * @throws Error when a column without a description has no usual meaning
 */
function readColumns(view: string, line: string): ViewColumn[] {
  const [, described, description] = /^ {2}(.+?): (.+)$/.exec(line) ?? [];
  if (described && description) return [{ name: described, description }];
  return line
    .trim()
    .split(', ')
    .map((name) => {
      const usual = fieldDescription(name);
      if (!usual) throw new Error(`${view}: expected '--   ${name}: description', as fields.ts has none`);
      return { name, description: usual };
    });
}

/** How it is named in a query: a view by its name, a macro with its parameters, e.g. `finding_matrix(regions := 29)`. */
export function signatureOf({ name, sql }: ViewFile): string {
  return /^create macro main\.(\w+\([^)]*\))/.exec(sql)?.[1] ?? name;
}

/** What a client shows of a view: title, grain, rule, tie-break and source. */
export function describeView({ title, grain, rule, tieBreak, source }: ViewFile): string {
  return `${title}. Grain: ${grain}. Rule: ${rule}. Tie-break: ${tieBreak}. Source: ${source}.`;
}
