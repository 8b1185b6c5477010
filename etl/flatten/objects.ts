import { type AnyColumn, DictionaryColumn, IntegerColumn } from '../arrow/builders.js';
import type { Rows } from '../arrow/rows.js';
import { KnownKeys } from '../graph/known_keys.js';
import { coordinate, type Entry, optionalText, requiredText, requiredTextList } from '../graph/read.js';
import { encodeObjectId } from '../schema/derived_id.js';
import { regions } from '../vocabulary/index.js';
import type { Dictionaries } from './dictionaries.js';
import { type GraphKeys, KeyColumns } from './keys.js';

const frame = ['x1', 'y1', 'x2', 'y2', 'width', 'height'];
/** The twelve coordinates of a box: in the 224×224 frame, then in the original image. */
const coordinateNames = [...frame, ...frame.map((name) => `original_${name}`)];
const knownKeys = new KnownKeys(['object_id', 'bbox_name', 'synsets', 'name', ...coordinateNames]);
/** The 46 documented region names. */
export const knownRegions = new Set(regions.map((region) => region.bbox_name));

/** Rows of `objects`: one an entry of objects[]. */
export class ObjectRows implements Rows {
  readonly keys: KeyColumns;
  readonly object_index = new IntegerColumn();
  readonly object_id: DictionaryColumn<string>;
  readonly bbox_name: DictionaryColumn<string>;
  readonly cuis: DictionaryColumn<readonly string[]>;
  readonly umls_name: DictionaryColumn<string>;
  readonly coordinates = coordinateNames.map(() => new IntegerColumn());
  readonly #dictionaries: Dictionaries;

  constructor(dictionaries: Dictionaries) {
    this.#dictionaries = dictionaries;
    this.keys = new KeyColumns(dictionaries);
    this.object_id = new DictionaryColumn(dictionaries.object_id);
    this.bbox_name = new DictionaryColumn(dictionaries.bbox_name);
    this.cuis = new DictionaryColumn(dictionaries.cuis);
    this.umls_name = new DictionaryColumn(dictionaries.umls_name);
  }

  columns(): Record<string, AnyColumn> {
    const { keys, coordinates, ...own } = this;
    return {
      ...keys,
      ...own,
      ...Object.fromEntries(coordinateNames.map((name, i) => [name, coordinates[i]!])),
    };
  }

  /** Adds one entry, or throws Rejection before anything of it is added. */
  add(entry: Entry, keys: GraphKeys): void {
    const bboxName = requiredText(entry, 'bbox_name');
    const objectId = optionalText(entry, 'object_id');
    const synsets = requiredTextList(entry, 'synsets');
    const umlsName = optionalText(entry, 'name');
    const coordinates = readCoordinates(entry);
    knownKeys.report(entry);
    if (!knownRegions.has(bboxName))
      entry.issues.reportOnce('unknown_region', `${entry.pointer}/bbox_name`, bboxName);

    this.keys.push(keys);
    this.object_index.push(entry.index);
    this.object_id.push(encodeObjectId(objectId, keys.image_id, bboxName));
    this.bbox_name.push(bboxName);
    this.cuis.pushCode(this.#dictionaries.cuisOfList(synsets));
    this.umls_name.push(umlsName);
    for (let i = 0; i < coordinates.length; i++) this.coordinates[i]!.push(coordinates[i]!);
  }
}

/** In the order of coordinateNames. Each is read by its own name, as a varying one would be looked up anew each time. */
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
