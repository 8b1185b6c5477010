import { StatementType } from '@duckdb/node-api';
import { duckdbErrorKind } from '../duckdb_error.js';
import { EXIT, UserError, usageError } from '../error.js';
import { literal } from '../schema/ddl.js';
import { placeOf, writeWhole } from './output_file.js';
import { hasRows, run, statements } from './query.js';
import { failed } from './query_error.js';
import { statementsOf } from './sql_text.js';
import { type Access, withWarehouse } from './warehouse.js';
import { explainWriteError } from './write_error.js';

/** What COPY is given for each kind of file. */
const kinds: readonly [suffix: RegExp, options: string][] = [
  [/\.csv$/i, 'format csv, header true'],
  [/\.csv\.gz$/i, "format csv, header true, compression 'gzip'"],
  [/\.tsv$/i, "format csv, header true, delimiter '\\t'"],
  [/\.parquet$/i, 'format parquet, compression zstd'],
  [/\.json$/i, 'format json, array true'],
  [/\.(jsonl|ndjson)$/i, 'format json, array false'],
];

/** What `--out` takes, for messages. */
const SUFFIXES = '.csv, .csv.gz, .tsv, .parquet, .json or .jsonl';

/** A file that a query has been written to. */
export interface Saved {
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Writes the rows of a query to a file, of the kind that its name ends in, by DuckDB's own COPY. The file is complete or it is not
 * there; an earlier one stays until then. Only its owner can read it.
 * @throws UserError when the query has no rows to write, or the file is in a place where none can be
 */
export async function saveQuery(folder: string, query: string, out: string, access: Access): Promise<Saved> {
  const options = kinds.find(([suffix]) => suffix.test(out))?.[1];
  if (options === undefined) {
    throw usageError(`sql --out: expected a name that ends in ${SUFFIXES}, found '${out}'`);
  }
  const place = placeOf({ out, folder, command: 'sql' });
  const { written, bytes } = await writeWhole(place, out, (file) =>
    copy({ folder, query, file, out, options, access }),
  );
  return { rows: written, bytes };
}

interface Copy {
  readonly folder: string;
  readonly query: string;
  /** Where it is written, and what the user calls the place. */
  readonly file: string;
  readonly out: string;
  readonly options: string;
  readonly access: Access;
}

/** Runs the query and writes the rows of its last statement; returns how many. */
async function copy({ folder, query, file, out, options, access }: Copy): Promise<number> {
  return withWarehouse(
    folder,
    async ({ connection }) => {
      const texts = statementsOf(query);
      for await (const statement of statements(connection, query)) {
        const isLast = statement.number === texts.length;
        const isSelect = statement.prepared.statementType === StatementType.SELECT;
        if (isLast && isSelect) {
          const before = 'copy (\n';
          const place = { ...statement, before: before.length };
          const sql = `${before}${statement.text}\n) to ${literal(file)} (${options}, use_tmp_file false)`;
          const reader = await connection.runAndReadAll(sql).catch((error) => {
            if (duckdbErrorKind(error) === 'IO Error') throw explainWriteError(error, out);
            return failed(error, place);
          });
          return Number(reader.getRowsJS()[0]?.[0] ?? 0);
        }
        if (hasRows(await run(statement))) break;
      }
      throw new UserError(
        'sql --out: expected one query with rows, the last statement, found another; imagenome help sql shows how',
        EXIT.usage,
      );
    },
    { ...access, files: [file] },
  );
}
