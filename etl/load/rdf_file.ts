import { Readable } from 'node:stream';
import type { DuckDBConnection } from '@duckdb/node-api';
import { streamObject } from 'stream-json/streamers/stream-object.js';
import { fileOf, type Release } from '../discover/release.js';
import { identifier } from '../schema/ddl.js';
import { rdf_annotations } from '../schema/rdf.js';
import { readUtf8 } from '../text_tables/bytes.js';
import { FileDiagnostics } from '../text_tables/file_diagnostics.js';
import { decoded, Spool, spoolRows } from '../text_tables/spool.js';
import { readField } from '../text_tables/values.js';
import { type Keep, keepName } from '../vocabulary/withheld.js';
import type { InputFacts } from '../warehouse/manifest.js';
import { createTempFile } from '../warehouse/temp_folder.js';
import type { InputOptions, LoadedInputs } from './inputs.js';
import { createFromQuery } from './rows.js';

const fields = ['study', 'edge', 'subject', 'subject_type', 'object', 'object_type', 'relation'];

/**
 * Loads `study_level_attribute_rdfgraphs.json` into `rdf_annotations`: one JSON object, a study per key, read as a stream. An edge of
 * another form is rejected alone; where the JSON breaks off, what came before is loaded.
 */
export async function loadRdf(
  connection: DuckDBConnection,
  release: Release,
  { tempFolder, sink, withText }: InputOptions,
): Promise<LoadedInputs> {
  const { id, path, name } = fileOf(release, 'rdf_graphs');
  const table = rdf_annotations;
  const fact: InputFacts = {
    ...{ input: id, path: name, table: table.name, is_found: path !== undefined },
    ...{ rows: null, rejected: null, lines: null },
  };
  if (path === undefined) return { tables: [], facts: [fact] };
  const diagnostics = new FileDiagnostics(name, sink);
  const spool = new Spool(createTempFile(tempFolder, 'edges'), '\t');
  await readStudies(path, diagnostics, (study, edges) =>
    addStudy(study, edges, spool, diagnostics, withText ? (name) => name : keepName),
  );
  spool.finish();
  diagnostics.finish();
  const text = (field: string) => `${decoded(identifier(field), spool.delimiter)} as ${identifier(field)}`;
  const query = `select study::integer as study_id, edge::integer as edge_index, ${fields.slice(2).map(text).join(', ')}
    from ${spoolRows(spool, fields)}`;
  await createFromQuery(connection, table, query);
  spool.remove();
  return { tables: [table], facts: [{ ...fact, rows: spool.rows, rejected: diagnostics.rejected }] };
}

async function readStudies(
  path: string,
  diagnostics: FileDiagnostics,
  add: (study: string, edges: unknown) => void,
): Promise<void> {
  const broken = (reason: string) =>
    diagnostics.file('broken_file', `expected a whole file, found one that breaks off (${reason})`);
  const bytes = Readable.from(
    readUtf8(path, () => {}, broken),
    { objectMode: false },
  );
  const studies = streamObject.withParserAsStream();
  bytes.on('error', (error) => studies.destroy(error));
  try {
    for await (const { key, value } of bytes.pipe(studies) as AsyncIterable<{
      key: string;
      value: unknown;
    }>) {
      add(key, value);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    broken('its JSON does not parse');
  }
}

function addStudy(
  study: string,
  edges: unknown,
  spool: Spool,
  diagnostics: FileDiagnostics,
  keep: Keep,
): void {
  const { value: id } = readField('id', study);
  if (id === '' || !Array.isArray(edges)) {
    diagnostics.reject(
      'wrong_type',
      spool.rows + 1,
      'expected a study_id with a list of edges, found another entry',
    );
    return;
  }
  for (const [index, edge] of edges.entries()) {
    const row = fieldsOf(edge);
    if (row) spool.addFields(spool.rows + 1, [id, String(index), ...row.map(keep)]);
    else
      diagnostics.reject(
        'wrong_type',
        spool.rows + 1,
        `study ${id}: expected edge ${index} to be two nodes and a relation, found another form`,
      );
  }
}

/** `[[id, type], [id, type], relation]`. */
function fieldsOf(edge: unknown): string[] | undefined {
  if (!Array.isArray(edge) || edge.length !== 3) return undefined;
  const row = edge.flat(1);
  return row.length === 5 && row.every((field) => typeof field === 'string') ? row : undefined;
}
