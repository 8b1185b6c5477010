/** A name as a column that needs no quotes: lower case, anything but letters and digits a single underscore. */
export function snakeCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}
