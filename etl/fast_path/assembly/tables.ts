/** The per-image tables, in the order of the schema. */
export enum Table {
  images,
  objects,
  object_phrases,
  object_attributes,
  phrases,
  comparison_relations,
}

/** Number of tables. */
export const TABLES = 6;

/** Columns of text, each with bytes of its own. */
export enum TextColumn {
  reason_for_exam,
  phrase,
  relationship_id,
  compared_phrase,
}

/** Number of text columns. */
export const TEXT_COLUMNS = 4;
