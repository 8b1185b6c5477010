import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { StatementType } from '@duckdb/node-api';
import { EXIT, UserError, usageError } from '../error.js';
import {
  CITATION_FORMAT,
  type Citation,
  citationOf,
  keysOf,
  linesQuery,
  sumOfLines,
  typeName,
} from '../export/citation.js';
import { compareCitations } from '../export/compare_citations.js';
import { readViewFiles, type ViewFile } from '../schema/view_file.js';
import type { BuildInfo } from '../warehouse/manifest.js';
import type { Command } from './command.js';
import { count } from './format.js';
import { memorySize } from './options.js';
import { withPrivateFolder } from './private_folder.js';
import { statements } from './query.js';
import { failed } from './query_error.js';
import { namesOf } from './sql_text.js';
import { DEFAULT_WAREHOUSE, withWarehouse } from './warehouse.js';
import { explainWriteError } from './write_error.js';

const help = `Says which rows a query finds, so that others can verify that they have the same
cohort: no row and no id is in a citation, only their number and a checksum.

Examples:
  imagenome cite output/warehouse "select image_id from cohort where split = 'train'"
  imagenome cite output/warehouse "from pair_progressions" --out citation.json
  imagenome cite output/warehouse --verify citation.json

A citation has the statement, the rules that it reads with a checksum of each,
the version of this program, the fingerprint of the release, the number of rows
and the SHA-256 of their sorted keys. Keys are the columns that name something
(patient_id, study_id, image_id, bbox_name, label_name, …), else all columns.
docs/exports.md says how to compute the checksum elsewhere.

DIR is ${DEFAULT_WAREHOUSE} unless given. The statement is shown as it is: write
no id in it that you may not share.

Options:
  --key A,B             these columns are the keys
  --verify FILE         compare with a citation that was written before; exit
                        code 1 when the rows differ. Without a query, that of
                        FILE is run
  --out FILE            write the citation as JSON
  --json                the citation as JSON on stdout
  --memory-limit SIZE   what DuckDB may take of memory, such as 2GB

Exit codes: 0 done · 1 failed, or other rows · 2 wrong usage`;

const command: Command = {
  help,
  options: {
    key: { type: 'string' },
    verify: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
    'memory-limit': { type: 'string' },
  },
  async run(values, positionals, io) {
    const earlier = values.verify === undefined ? undefined : readCitation(String(values.verify));
    const { folder, statement } = questionOf(positionals, earlier);
    const asked =
      values.key === undefined ? earlier?.keys.map(({ name }) => name) : String(values.key).split(',');
    const found = await withWarehouse(
      folder,
      ({ connection, manifest }) => cite(connection, manifest.build, statement, asked ?? []),
      { memoryLimit: memorySize(values) },
    );
    if (values.out !== undefined) await writeCitation(String(values.out), found);
    if (earlier === undefined) {
      io.out.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : citationText(found));
      return EXIT.done;
    }
    const { isSame, lines } = compareCitations(earlier, found);
    const words = isSame
      ? `the same ${count(found.rows)} rows\n`
      : `other rows than ${values.verify} has: ${count(earlier.rows)} there, ${count(found.rows)} here\n`;
    io.out.write(
      values.json
        ? `${JSON.stringify({ is_same: isSame, differences: lines })}\n`
        : words + lines.map((line) => `  ${line}\n`).join(''),
    );
    return isSame ? EXIT.done : EXIT.failed;
  },
};

export default command;

function questionOf(words: string[], earlier: Citation | undefined): { folder: string; statement: string } {
  if (earlier !== undefined && words.length < 2) {
    return { folder: words[0] ?? DEFAULT_WAREHOUSE, statement: earlier.statement };
  }
  if (words.length === 2) return { folder: words[0]!, statement: words[1]! };
  throw usageError(
    `cite: expected DIR and one query, found ${words.length} words; imagenome help cite shows how`,
  );
}

/** Runs a query and gives its citation. @throws UserError */
async function cite(
  connection: DuckDBConnection,
  build: BuildInfo,
  statement: string,
  asked: readonly string[],
): Promise<Citation> {
  const places = [];
  for await (const place of statements(connection, statement)) {
    places.push(place);
    if (place.count > 1 || place.prepared.statementType !== StatementType.SELECT) break;
  }
  const [place] = places;
  if (!place || place.count > 1 || place.prepared.statementType !== StatementType.SELECT) {
    throw usageError('cite: expected one query with rows, found another; imagenome help cite shows how');
  }
  const { prepared } = place;
  const columns = Array.from({ length: prepared.columnCount }, (_, i) => ({
    name: prepared.columnName(i),
    type: typeName(prepared.columnType(i)),
  }));
  const keys = keysOf(columns, asked);
  const { before, after } = linesQuery(keys);
  const sum = await sumOfLines(connection, before + place.text + after).catch((error) =>
    failed(error, { ...place, before: before.length }),
  );
  return citationOf(place.text.trim(), viewsOf(place.text), build, keys, sum);
}

/** The views and macros that a text reads, and those that these read, by name. */
function viewsOf(statement: string): ViewFile[] {
  const all = new Map(readViewFiles().map((file) => [file.name, file]));
  const found = new Map<string, ViewFile>();
  const visit = (sql: string) => {
    for (const name of namesOf(sql)) {
      const file = all.get(name.toLowerCase());
      if (!file || found.has(file.name)) continue;
      found.set(file.name, file);
      visit(file.sql);
    }
  };
  visit(statement);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readCitation(path: string): Citation {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const found = (error as NodeJS.ErrnoException).code;
    throw usageError(`cite --verify: expected a citation, found ${found} at ${path}`);
  }
  try {
    const citation = JSON.parse(text);
    if (isCitation(citation)) return citation;
  } catch {}
  throw usageError(
    `cite --verify: expected a citation that imagenome cite has written, found something else in ${path}`,
  );
}

function isCitation(value: Partial<Citation> | null): value is Citation {
  return (
    value?.format === CITATION_FORMAT &&
    typeof value.statement === 'string' &&
    typeof value.sha256 === 'string' &&
    typeof value.rows === 'number' &&
    Array.isArray(value.keys) &&
    Array.isArray(value.rules) &&
    typeof value.warehouse === 'object'
  );
}

/** Writes a citation; the file is complete or as it was. */
async function writeCitation(out: string, citation: Citation): Promise<void> {
  const place = resolve(out);
  try {
    await withPrivateFolder(dirname(place), `.${basename(place)}.`, async (folder) => {
      const temporary = join(folder, basename(place));
      const file = await open(temporary, 'wx', 0o600);
      await file.writeFile(`${JSON.stringify(citation, null, 2)}\n`);
      await file.sync();
      await file.close();
      await rename(temporary, place);
    });
  } catch (error) {
    const explained = explainWriteError(error, out);
    if (explained instanceof UserError) throw explained;
    const { code } = explained as NodeJS.ErrnoException;
    throw usageError(
      `cite --out: expected a file in a folder that is there, found ${code ?? 'none'} at ${out}`,
    );
  }
}

function citationText({
  statement,
  rules,
  warehouse,
  rows,
  distinct_keys,
  keys,
  sha256,
  cite,
}: Citation): string {
  const fields: [name: string, value: string][] = [
    ['rows', count(rows) + (distinct_keys === rows ? '' : `, ${count(distinct_keys)} distinct keys`)],
    ['keys', keys.map(({ name, type }) => `${name} ${type}`).join(', ')],
    ['sha256', sha256],
    ['release', `${warehouse.input_fingerprint}${warehouse.is_synthetic ? ' (synthetic)' : ''}`],
    [
      'version',
      `chest-imagenome-warehouse ${warehouse.version}, contract ${warehouse.format_version}, DuckDB ${warehouse.duckdb_version}`,
    ],
    ['rules', rules.map((rule) => `${rule.name} ${rule.sha256.slice(0, 12)}`).join(', ') || 'tables alone'],
    ['cite', cite],
  ];
  return `${statement.trim()}\n\n${fields.map(([name, value]) => `${name.padEnd(8)} ${value}\n`).join('')}`;
}
