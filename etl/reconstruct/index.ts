import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '../error.js';
import {
  type AttributesRow,
  canonicalAttributes,
  canonicalObject,
  canonicalRelationship,
  canonicalRoot,
  type ImageRow,
  type ObjectRow,
  type RelationshipRow,
  type SentenceRow,
} from '../graph/canonical.js';
import { coordinateKeys, cueKeys } from '../graph/documented_keys.js';
import type { JsonObject } from '../graph/json.js';
import type { DetailKind } from '../graph/source_details.js';
import { literal } from '../schema/ddl.js';
import { comparePointers, withDetail } from './pointer.js';

/** A row of `source_details`. */
interface DetailRow {
  readonly json_pointer: string;
  readonly kind: DetailKind;
  readonly value_json: string | null;
}

/**
 * Rebuilds the scene graph of an image from the rows of a warehouse: equal to the JSON that was loaded, as values, with entries that
 * are in quarantine; docs/reconstruct.md lists what is not given back.
 * @throws UserError when the warehouse has no such image, or no text
 */
export async function reconstruct(connection: DuckDBConnection, imageId: string): Promise<JsonObject> {
  const ask: AskRows = async <T>(query: string) => {
    const read = await connection.runAndReadAll(query.replaceAll('$image', literal(imageId)));
    return read.getRowObjectsJson() as unknown as T[];
  };
  const [hasText] = await ask("select 1 from duckdb_tables() where table_name = 'source_details'");
  if (!hasText) {
    throw new UserError(
      'reconstruct: expected a warehouse with text, found one that was built with --no-text; build it again without that option.',
    );
  }
  const [image] = await ask<Omit<ImageRow, 'study_datetime'> & { micros: string | null }>(
    'select *, epoch_us(study_datetime)::varchar as micros from images where image_id = $image',
  );
  if (!image) {
    throw new UserError(
      `reconstruct: expected the id of an image in the table images, found ${JSON.stringify(imageId.slice(0, 80))}; ` +
        'list some with: imagenome sql DIR "select image_id from images limit 5"',
    );
  }
  const { micros, ...same } = image;
  const details = await ask<DetailRow>(
    "select json_pointer, kind, value_json from source_details where image_id = $image and kind <> 'repeated'",
  );
  const root = {
    ...canonicalRoot({ ...same, study_datetime: micros === null ? null : BigInt(micros) }),
    objects: await objects(ask),
    attributes: await attributes(ask),
    relationships: await relationships(ask),
  };
  // What holds another value comes before it, an earlier element of a list before a later one.
  details.sort((a, b) => comparePointers(a.json_pointer, b.json_pointer));
  return details.reduce<JsonObject>(
    (graph, { json_pointer, kind, value_json }) =>
      withDetail(graph, json_pointer, kind === 'absent' ? undefined : value_json!),
    root,
  );
}

type AskRows = <T>(query: string) => Promise<T[]>;

async function objects(ask: AskRows): Promise<unknown[]> {
  type Row = Omit<ObjectRow, 'coordinates'> & Record<string, number> & { object_index: number };
  const rows = await ask<Row>('select * from objects where image_id = $image order by object_index');
  return placed(
    rows,
    ({ object_index }) => object_index,
    (row) => canonicalObject({ ...row, coordinates: coordinateKeys.map((key) => row[key] ?? null) }),
  );
}

async function relationships(ask: AskRows): Promise<unknown[]> {
  const rows = await ask<RelationshipRow & { relationship_index: number }>(`
    select relationship_index, relationship_id, predicates, cuis, relationship_names, relationship_contexts,
      phrase, attributes, bbox_name, subject_id, object_id
    from comparison_relations where image_id = $image order by relationship_index`);
  return placed(
    rows,
    ({ relationship_index }) => relationship_index,
    ({ relationship_index: _, ...row }) => canonicalRelationship(row),
  );
}

type PhraseRow = Omit<SentenceRow, 'cues'> &
  Omit<AttributesRow, 'sentences'> &
  Record<(typeof cueKeys)[number], readonly string[]> & { entry_index: number };

async function attributes(ask: AskRows): Promise<unknown[]> {
  const rows = await ask<PhraseRow>(`
    select object_phrases.*, phrases.phrase,
      coalesce(attributes, []) as attributes, coalesce(attribute_cuis, []) as attribute_cuis
    from object_phrases
    left join (select phrase_id, phrase from phrases where image_id = $image) as phrases using (phrase_id)
    left join (
      select entry_index, phrase_index,
        list(category_id || '|' || relation || '|' || label_name order by attribute_index) as attributes,
        list(cuis order by attribute_index) as attribute_cuis
      from object_attributes where image_id = $image group by all
    ) as strings using (entry_index, phrase_index)
    where image_id = $image
    order by entry_index, phrase_index`);
  const entries = new Map<number, PhraseRow[]>();
  for (const row of rows) entries.set(row.entry_index, [...(entries.get(row.entry_index) ?? []), row]);
  return placed(
    [...entries.values()],
    ([first]) => first!.entry_index,
    (sentences) => canonicalAttributes({ ...sentences[0]!, sentences: sentences.map(sentenceOf) }),
  );
}

function sentenceOf(row: PhraseRow): SentenceRow {
  return { ...row, cues: cueKeys.map((key) => row[key]) };
}

/** The entries of a list at their places. What has no rows is filled in by details. */
function placed<T>(
  rows: readonly T[],
  placeOf: (row: T) => number,
  entryOf: (row: T) => JsonObject,
): unknown[] {
  const list: unknown[] = [];
  for (const row of rows) {
    while (list.length < placeOf(row)) list.push(null);
    list.push(entryOf(row));
  }
  return list;
}
