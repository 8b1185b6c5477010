import { comparison_relations } from './comparison_relations.js';
import { images } from './images.js';
import * as inputs from './inputs.js';
import { build_info, data_issues, input_files, quarantine, source_details } from './metadata.js';
import { object_attributes } from './object_attributes.js';
import { object_phrases } from './object_phrases.js';
import { objects } from './objects.js';
import { phrases } from './phrases.js';
import type { Table } from './table.js';
import { label_parents, labels, possible_findings, region_parents, regions } from './vocabularies.js';

export {
  type Column,
  type ColumnType,
  keptKey,
  type Reference,
  type Table,
  type TableKind,
} from './table.js';

/** The six per-image tables in the order they are documented. */
export const graphTables = {
  images,
  objects,
  object_phrases,
  object_attributes,
  phrases,
  comparison_relations,
} as const;

/** Names of the six per-image tables. */
export type GraphTableName = keyof typeof graphTables;
export const graphTableNames = Object.keys(graphTables) as GraphTableName[];

export const vocabularyTables = {
  regions,
  labels,
  region_parents,
  label_parents,
  possible_findings,
} as const;
export const inputTables = inputs;
export const metadataTables = { quarantine, data_issues, source_details, input_files, build_info } as const;

/** Every table of the warehouse: the one source of the DDL, the comments, the dictionary and the metadata files. */
export const tables: readonly Table[] = [
  ...Object.values(graphTables),
  ...Object.values(vocabularyTables),
  ...Object.values(inputs),
  ...Object.values(metadataTables),
];

/** The table as a build delivers it: without its free text when `withText` is false; undefined when it is all text. */
export function withoutText(table: Table, withText: boolean): Table | undefined {
  if (withText) return table;
  if (table.freeText) return undefined;
  return { ...table, columns: table.columns.filter((column) => column.freeText !== 'absent') };
}
