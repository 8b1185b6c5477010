/** A list as Python prints it, e.g. `[395, 532, 1255, 1268]`. */
export function pythonList(values: readonly number[]): string {
  return `[${values.join(', ')}]`;
}
