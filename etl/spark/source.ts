import type { ViewFile } from '../schema/view_file.js';

/** A view or macro as the translator reads it. */
export interface TranslatorInput {
  readonly name: string;
  readonly kind: ViewFile['kind'];
  readonly sql: string;
  readonly columns: readonly string[];
  /** Names of the fields of each struct that views give, in their order: these structs must stay as they are. */
  readonly shapes: readonly (readonly string[])[];
}

/** What the translator is given. @param types of the columns of all views and scalar macros, as DuckDB writes them */
export function translatorInput(
  files: readonly ViewFile[],
  types: readonly string[],
): { files: TranslatorInput[] } {
  const shapes = types.flatMap(structShapes);
  return {
    files: files.map(({ name, kind, sql, columns }) => ({
      ...{ name, kind, sql, shapes },
      columns: columns.map((column) => column.name),
    })),
  };
}

/** Names of the fields of each struct in a type such as STRUCT(bbox_name VARCHAR, x1 INTEGER)[]. */
export function structShapes(type: string): string[][] {
  return [...type.matchAll(/STRUCT\(([^()]*)\)/g)].map(([, fields = '']) =>
    fields.split(', ').map((field) => field.split(' ')[0]!.replaceAll('"', '')),
  );
}
