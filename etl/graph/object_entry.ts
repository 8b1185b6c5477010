import { expectKnown } from '../vocabulary/known.js';
import { textOrNull, textsOf } from './details.js';
import type { Entry } from './entry.js';
import { coordinate, requiredText } from './fields.js';
import { KnownKeys } from './known_keys.js';

const frame = ['x1', 'y1', 'x2', 'y2', 'width', 'height'] as const;

/** The twelve coordinates of a box: in the 224×224 padded frame, then in the original image; pixels. */
export const coordinateNames = [...frame, ...frame.map((name) => `original_${name}` as const)];

const documentedKeys = new KnownKeys(['object_id', 'bbox_name', 'synsets', 'name', ...coordinateNames]);

/** One entry of objects[], checked as a whole. */
export interface ObjectEntry {
  readonly bbox_name: string;
  readonly object_id: string | null;
  readonly synsets: readonly string[];
  readonly umls_name: string | null;
  /** In the order of coordinateNames. */
  readonly coordinates: readonly (number | null)[];
}

/**
 * Reads one entry of objects[].
 * @throws Rejection missing_key or wrong_type
 */
export function readObject(entry: Entry): ObjectEntry {
  const { json } = entry;
  const read = {
    bbox_name: requiredText(entry, 'bbox_name'),
    object_id: textOrNull(entry, 'object_id', json.object_id),
    synsets: textsOf(entry, 'synsets', json.synsets, 'missing_synsets'),
    umls_name: textOrNull(entry, 'name', json.name),
    coordinates: readCoordinates(entry),
  };
  documentedKeys.check(entry);
  expectKnown('region', read.bbox_name, entry, '/bbox_name');
  return read;
}

/** Each is read by its own name, as a varying one would be looked up anew each time. */
function readCoordinates(entry: Entry): (number | null)[] {
  const { json } = entry;
  const values = [
    json.x1,
    json.y1,
    json.x2,
    json.y2,
    json.width,
    json.height,
    json.original_x1,
    json.original_y1,
    json.original_x2,
    json.original_y2,
    json.original_width,
    json.original_height,
  ];
  for (let i = 0; i < values.length; i++) values[i] = coordinate(entry, coordinateNames[i]!, values[i]);
  return values as (number | null)[];
}
