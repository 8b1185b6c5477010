/** Values that a row of a delimited file can hold; null is an empty field. */
export type Field = string | number | null;

/** One line of a delimited file. A field with a delimiter, a quote or a line break is quoted, as pandas does. */
export function csvLine(fields: readonly Field[], delimiter: ',' | '\t' = ','): string {
  return `${fields.map((field) => quoted(field, delimiter)).join(delimiter)}\n`;
}

function quoted(field: Field, delimiter: string): string {
  if (field === null) return '';
  const text = String(field);
  if (!text.includes(delimiter) && !/["\r\n]/.test(text)) return text;
  return `"${text.replaceAll('"', '""')}"`;
}

/** A list as Python prints it, e.g. `[395, 532, 1255, 1268]`. */
export function pythonList(values: readonly number[]): string {
  return `[${values.join(', ')}]`;
}
