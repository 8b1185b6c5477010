import type { GraphTableName } from '../schema/index.js';
import {
  ImageColumn,
  ObjectAttributeColumn,
  ObjectColumn,
  ObjectPhraseColumn,
  PhraseColumn,
  RelationshipColumn,
} from './assembly/columns.js';
import { Table, TextColumn } from './assembly/tables.js';
import { cuisOfAttribute, cuisOfSynsets, type MemberValues, memberValues } from './member_values.js';

/** Where the fast path has the rows of one table of the warehouse. All is by the name of the warehouse's column. */
export interface TableLayout {
  readonly table: Table;
  /** Places of the columns; several columns may be read from one. */
  readonly columns: Readonly<Record<string, number | string>>;
  /** Where the bytes of texts are that hardly ever repeat. */
  readonly texts: Readonly<Record<string, TextColumn>>;
  /** What the members stand for in columns of other texts and of lists. */
  readonly values: Readonly<Record<string, MemberValues>>;
  /** Domains of the ids that are derived from other columns. */
  readonly derived: Readonly<Record<string, string>>;
}

const values = { ...memberValues, cuis: cuisOfSynsets };
const object_id = 'object_id';
const phrase_id = 'phrase_id';
const { attribute } = ObjectAttributeColumn;

export const layouts: Readonly<Record<GraphTableName, TableLayout>> = {
  images: {
    table: Table.images,
    columns: ImageColumn,
    texts: { reason_for_exam: TextColumn.reason_for_exam },
    values,
    derived: {},
  },
  objects: {
    table: Table.objects,
    columns: ObjectColumn,
    texts: {},
    values,
    derived: { object_id },
  },
  object_phrases: {
    table: Table.object_phrases,
    columns: ObjectPhraseColumn,
    texts: {},
    values,
    derived: { object_id, phrase_id },
  },
  object_attributes: {
    table: Table.object_attributes,
    columns: { ...ObjectAttributeColumn, category_id: attribute, relation: attribute, label_name: attribute },
    texts: {},
    values: { ...memberValues, cuis: cuisOfAttribute },
    derived: { object_id, phrase_id },
  },
  phrases: {
    table: Table.phrases,
    columns: PhraseColumn,
    texts: { phrase: TextColumn.phrase },
    values,
    derived: { phrase_id },
  },
  comparison_relations: {
    table: Table.comparison_relations,
    columns: { ...RelationshipColumn, comparisons: RelationshipColumn.relationship_names },
    texts: { relationship_id: TextColumn.relationship_id, phrase: TextColumn.compared_phrase },
    values,
    derived: { subject_id: 'subject_id', object_id: 'previous_object_id', phrase_id },
  },
};
