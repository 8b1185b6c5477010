import { type Column, column } from './column.js';
import { field, fields, requiredField } from './fields.js';

export { type Column, type ColumnType, column, required } from './column.js';

/**
 * graph: one scene graph's rows, partitioned by patient_group · vocabulary: always there ·
 * input: only where the release or an option gives it · metadata: about the build itself ·
 * derived: the stored rows of a view, partitioned by patient_group.
 */
export type TableKind = 'graph' | 'vocabulary' | 'input' | 'metadata' | 'derived';

export interface Table {
  readonly name: string;
  readonly kind: TableKind;
  readonly title: string;
  readonly grain: string;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  /** Columns that order the rows within an image; those of the key behind image_id unless given. */
  readonly order?: readonly string[];
  /** Foreign keys: columns here, the table and the columns they point to. Not enforced; `optional` may dangle. */
  readonly references?: readonly Reference[];
  /** The whole table is free text and absent from a `--no-text` build. */
  readonly freeText?: boolean;
  /** Kept in the DuckDB file only. */
  readonly unpublished?: boolean;
}

export interface Reference {
  readonly columns: readonly string[];
  readonly table: string;
  readonly target: readonly string[];
  readonly optional?: boolean;
}

/** The key where every build keeps it; none for tables that hold the rows of a file as the file has them, twice where it does. */
export function keptKey({ kind, key }: Table): readonly string[] {
  return kind === 'input' || kind === 'metadata' ? [] : key;
}

/** image_id, study_id, patient_id: on every per-image table, so that no question needs a join to find the patient. */
export const graphKeys: readonly Column[] = [
  requiredField('image_id'),
  requiredField('study_id'),
  requiredField('patient_id'),
];

/** The id of a box, computed where it is `{image}_{bbox_name}`: stored such ids would be half of the database. */
export function objectIdOf(image: string, name: string, description: string): Column {
  const derived = `${image}::varchar || '_' || bbox_name::varchar`;
  return { ...column(name, 'VARCHAR', description), derived, virtual: true };
}

/** The id of a box of this image. */
export function ownObjectId(description: string): Column {
  return objectIdOf('image_id', 'object_id', description);
}

/** The id of a sentence, `{study_id}|{sent_loc}`. */
export function phraseId(description: string = fields.phrase_id[1]): Column {
  return { ...field('phrase_id'), description, derived: "study_id || '|' || sent_loc::bigint" };
}

/** Points a per-image table at its row of `images`. */
export const ofImage: Reference = { columns: ['image_id'], table: 'images', target: ['image_id'] };

/** The four cue lists of a phrase, as written. */
export const cueColumns: readonly Column[] = (
  ['comparison_cues', 'temporal_cues', 'severity_cues', 'texture_cues'] as const
).map(field);
