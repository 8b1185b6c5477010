import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { StatementType } from '@duckdb/node-api';
import { EXIT, usageError } from '../error.js';
import { type Citation, citationOf, keysOf, linesQuery, sumOfLines, typeName } from '../export/citation.js';
import { compareCitations } from '../export/compare_citations.js';
import { readCitation } from '../export/read_citation.js';
import { literal } from '../schema/ddl.js';
import { readViewFiles, type ViewFile } from '../schema/view_file.js';
import { screenOf } from '../terminal/screen.js';
import { visibleLines } from '../terminal/visible.js';
import { hanging, wrapped } from '../terminal/wrap.js';
import type { BuildInfo } from '../warehouse/manifest.js';
import type { Command } from './command.js';
import { count, counted } from './format.js';
import { memorySize } from './options.js';
import { placeOf, writeWhole } from './output_file.js';
import { statements } from './query.js';
import { failed } from './query_error.js';
import { namesOf, statementsOf } from './sql_text.js';
import { unstableNames, unstableWithin } from './stable_sql.js';
import { DEFAULT_WAREHOUSE, withWarehouse } from './warehouse.js';

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
A query that finds other rows each time, such as one with random(), is refused.
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
      values.key === undefined
        ? earlier?.keys.map(({ name }) => name)
        : String(values.key)
            .split(',')
            .map((name) => name.trim());
    const out = values.out === undefined ? undefined : String(values.out);
    const place = out === undefined ? undefined : placeOf({ out, folder, command: 'cite' });
    const found = await withWarehouse(
      folder,
      ({ connection, manifest }) => cite(connection, manifest.build, statement, asked ?? []),
      { memoryLimit: memorySize(values) },
    );
    if (place !== undefined && out !== undefined) {
      const text = `${JSON.stringify(found, null, 2)}\n`;
      await writeWhole(place, out, (file) => writeFile(file, text, { mode: 0o600 }));
    }
    const { columns } = screenOf(io.out, io.env);
    if (earlier === undefined) {
      io.out.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : citationText(found, columns));
      return EXIT.done;
    }
    const { isSame, lines } = compareCitations(earlier, found);
    const words = isSame
      ? `the same ${counted(found.rows, 'row')}\n`
      : `other rows than ${values.verify} has: ${count(earlier.rows)} there, ${count(found.rows)} here\n`;
    io.out.write(
      values.json
        ? `${JSON.stringify({ is_same: isSame, differences: lines })}\n`
        : visibleLines(
            words + lines.map((line) => `${hanging('  ', wrapped(line, columns - 2))}\n`).join(''),
          ),
    );
    return isSame ? EXIT.done : EXIT.failed;
  },
};

export default command;

/** One word alone is a query of the default warehouse, or, with an earlier citation or where it is there, a warehouse. */
function questionOf(words: string[], earlier: Citation | undefined): { folder: string; statement: string } {
  const [first, second] = words;
  if (words.length === 2) return { folder: first!, statement: second! };
  const isFolder = first !== undefined && existsSync(first);
  if (words.length === 1 && !isFolder && /\s/.test(first!))
    return { folder: DEFAULT_WAREHOUSE, statement: first! };
  if (earlier !== undefined && words.length < 2) {
    return { folder: first ?? DEFAULT_WAREHOUSE, statement: earlier.statement };
  }
  const found =
    words.length > 2
      ? `${words.length} words; put the query in quotes`
      : `no query; imagenome help cite shows how`;
  throw usageError(`cite: expected DIR and one query, found ${found}`);
}

/** Runs a query and gives its citation. @throws UserError */
async function cite(
  connection: DuckDBConnection,
  build: BuildInfo,
  statement: string,
  asked: readonly string[],
): Promise<Citation> {
  const shows = 'imagenome help cite shows how';
  if (statementsOf(statement).length === 0)
    throw usageError(`cite: expected one query with rows, found none; ${shows}`);
  const places = [];
  for await (const place of statements(connection, statement)) {
    places.push(place);
    if (place.count > 1 || place.prepared.statementType !== StatementType.SELECT) break;
  }
  const [place] = places;
  if (!place || place.count > 1 || place.prepared.statementType !== StatementType.SELECT) {
    throw usageError(`cite: expected one query with rows, found another; ${shows}`);
  }
  await assertStable(connection, place.text);
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

/** Expects a query that finds the same rows each time. @throws UserError of wrong usage */
async function assertStable(connection: DuckDBConnection, statement: string): Promise<void> {
  const read = await connection.runAndReadAll(`select json_serialize_sql(${literal(statement)})::varchar`);
  const found = unstableWithin(JSON.parse(String(read.getRows()[0]![0])), await unstableNames(connection));
  if (found === undefined) return;
  throw usageError(`cite: expected a query that finds the same rows each time, found ${found}; leave it out`);
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

/** A citation as people read it: the statement as it is, each field within `columns`. */
function citationText(
  { statement, rules, warehouse, rows, distinct_keys, keys, sha256, cite }: Citation,
  columns: number,
): string {
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
  const lines = fields.map(
    ([name, value]) => `${hanging(`${name.padEnd(8)} `, wrapped(value, columns - 9))}\n`,
  );
  return visibleLines(`${statement.trim()}\n\n${lines.join('')}`);
}
