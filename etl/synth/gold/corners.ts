import type { Corners } from '../box.js';
import { pythonList } from './python_list.js';

/** Boxes of an image by region, pixels of the original image; null where the annotators saw none. */
export type GoldPlaces = ReadonlyMap<string, Corners | null>;

/** Columns x1 … height of a box, behind a prefix; numbers as Python writes floats. */
export function cornerColumns(prefix: string, [x1, y1, x2, y2]: Corners): Record<string, string> {
  const values = { x1, y1, x2, y2, width: x2 - x1, height: y2 - y1 };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, float(value)]));
}

/** `[x1, y1, x2, y2]`, whole pixels. */
export function coordinateList(box: Corners): string {
  return pythonList(box.map(Math.round));
}

function float(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
