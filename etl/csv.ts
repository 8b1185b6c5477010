/** Values that a row of a delimited file can hold; null is an empty field. */
export type Field = string | number | null;

/**
 * One line of a delimited file. A field with a delimiter, a quote or a line break is quoted, as pandas does.
 * @param emptyText how empty text is written: as pandas does it looks like null, as `""` it does not
 */
export function csvLine(
  fields: readonly Field[],
  delimiter: ',' | '\t' = ',',
  emptyText: '' | '""' = '',
): string {
  return `${fields.map((field) => quoted(field, delimiter, emptyText)).join(delimiter)}\n`;
}

function quoted(field: Field, delimiter: string, emptyText: string): string {
  if (field === null) return '';
  if (field === '') return emptyText;
  const text = String(field);
  if (!text.includes(delimiter) && !/["\r\n]/.test(text)) return text;
  return `"${text.replaceAll('"', '""')}"`;
}
