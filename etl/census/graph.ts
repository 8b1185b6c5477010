import {
  attributesKeys,
  coordinateKeys,
  cueKeys,
  graphKeys,
  objectKeys,
  relationshipKeys,
} from '../graph/documented_keys.js';
import type { Graph } from '../graph/scene_graph.js';
import { lengthRange } from './form.js';
import { count, type FieldCounts, type Tally } from './tally.js';
import { countText, countValue, countWhether, type TextKind, typeOf } from './value.js';
import { members } from './vocabularies.js';

type Json = Readonly<Record<string, unknown>>;

/** What may be said of the values of a key; lists of text are counted element by element. */
const kinds: Readonly<Record<string, TextKind>> = {
  image_id: 'form',
  viewpoint: members.viewpoints,
  patient_id: 'form',
  study_id: 'form',
  gender: members.genders,
  age_decile: members.deciles,
  StudyOrder: 'text',
  StudyDateTime: 'form',
  object_id: 'form',
  bbox_name: members.regions,
  synsets: 'form',
  name: members.umlsNames,
  attributes_ids: 'form',
  phrase_IDs: 'form',
  sections: members.sections,
  relationship_id: 'form',
  predicate: 'form',
  relationship_names: members.comparisonNames,
  subject_id: 'form',
};

/** Most elements of a list that are counted one by one. */
const MOST_COUNTED = 40;

const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Counts all that a census asks of one scene graph. */
export function countGraph(tally: Tally, { json, identity, ...lists }: Graph, bytes: number): void {
  const patient = identity.patient_id;
  const graphs = tally.field('graph');
  count(graphs, 'all', patient);
  count(graphs, `bytes ${lengthRange(bytes)}`, patient);
  countKeys(tally, 'graph', json, graphKeys, patient);
  for (const list of ['objects', 'attributes', 'relationships'] as const) {
    const entries = lists[list].map(asObject);
    const field = tally.field(`graph.${list}`);
    count(field, `entries ${entries.length > MOST_COUNTED ? 'more' : entries.length}`, patient);
    count(tally.field(list), 'all', patient, entries.length);
    const names = entries.map(({ bbox_name }) => bbox_name);
    countWhether(field, 'every bbox_name once', new Set(names).size === names.length, patient);
  }
  const boxes = new Set(lists.objects.map((entry) => asObject(entry).object_id));
  for (const entry of lists.objects) countObject(tally, asObject(entry), json, patient);
  for (const entry of lists.attributes) countAttributes(tally, asObject(entry), json, boxes, patient);
  for (const entry of lists.relationships) countRelationship(tally, asObject(entry), json, patient);
}

/** Counts which documented keys are there, with the types and forms of their values, and how many others are. */
function countKeys(
  tally: Tally,
  level: string,
  json: Json,
  documented: readonly string[],
  patient: number,
  dynamic?: unknown,
): void {
  for (const key of documented) countKey(tally.field(`${level}.${key}`), key, json[key], patient);
  const own = tally.field(level);
  const keys = Object.keys(json);
  const known = keys.filter((key) => documented.includes(key));
  for (const key of keys) {
    if (documented.includes(key) || key === dynamic) continue;
    count(own, 'unknown keys', patient);
    count(own, `unknown key of length ${lengthRange(key.length)}`, patient);
  }
  const order = documented.filter((key) => key in json);
  countWhether(
    own,
    'keys in the documented order',
    order.every((key, i) => known[i] === key),
    patient,
  );
}

function countKey(field: FieldCounts, key: string, value: unknown, patient: number): void {
  const kind = kinds[key] ?? 'text';
  countValue(field, value, kind, patient);
  if (Array.isArray(value) && key in kinds) {
    for (const element of value.flat()) {
      count(field, `element ${typeOf(element)}`, patient);
      if (typeof element === 'string') countText(field, element, kind, patient);
    }
  }
}

function countObject(tally: Tally, object: Json, graph: Json, patient: number): void {
  countKeys(tally, 'objects', object, objectKeys, patient);
  const own = tally.field('objects');
  const isNamed = object.object_id === `${graph.image_id}_${object.bbox_name}`;
  countWhether(own, 'object_id is image_id and bbox_name', isNamed, patient);
  const { x1, y1, x2, y2 } = object as Record<string, number>;
  for (const key of coordinateKeys) {
    const value = object[key];
    if (typeof value === 'number' && value < 0) count(tally.field(`objects.${key}`), 'below 0', patient);
  }
  if (![x1, y1, x2, y2].every((value) => typeof value === 'number')) return;
  countWhether(own, 'corners in order', x2! > x1! && y2! > y1!, patient);
  countWhether(own, 'within 224', Math.min(x1!, y1!) >= 0 && Math.max(x2!, y2!) <= 224, patient);
}

function countAttributes(
  tally: Tally,
  entry: Json,
  graph: Json,
  boxes: ReadonlySet<unknown>,
  patient: number,
): void {
  const { bbox_name: region } = entry;
  countKeys(tally, 'attributes', entry, attributesKeys, patient, region);
  const own = tally.field('attributes');
  if (typeof region === 'string') {
    const described = entry[region];
    const type = typeof described === 'boolean' ? String(described) : typeOf(described);
    count(tally.field('attributes.(region)'), `type ${type}`, patient);
    countWhether(own, 'the key of the region is the first', Object.keys(entry)[0] === region, patient);
  }
  const phrases = asList(entry.phrases);
  count(own, `phrases ${phrases.length > MOST_COUNTED ? 'more' : phrases.length}`, patient);
  const parallel = ['attributes', 'attributes_ids', 'phrase_IDs', 'sections', ...cueKeys];
  const isParallel = parallel.every((key) => asList(entry[key]).length === phrases.length);
  countWhether(own, 'parallel lists of one length', isParallel, patient);
  countWhether(
    own,
    'object_id is image_id and bbox_name',
    entry.object_id === `${graph.image_id}_${region}`,
    patient,
  );
  countWhether(own, 'object_id is in objects', boxes.has(entry.object_id), patient);
  const ofStudy = asList(entry.phrase_IDs).every((id) => String(id).startsWith(`${graph.study_id}|`));
  countWhether(own, 'phrase_IDs begin with the study_id', ofStudy, patient);
  countTriples(tally, 'attributes.attributes', asList(entry.attributes).flatMap(asList), patient);
  for (const key of cueKeys)
    countTriples(tally, `attributes.${key}`, asList(entry[key]).flatMap(asList), patient);
  for (const phrase of phrases) {
    const field = tally.field('attributes.phrases');
    count(field, `element ${typeOf(phrase)}`, patient);
    if (typeof phrase === 'string') countText(field, phrase, 'text', patient);
  }
}

/** Counts the parts of `category|relation|label` strings. */
function countTriples(tally: Tally, name: string, strings: readonly unknown[], patient: number): void {
  const field = tally.field(name);
  for (const text of strings) {
    count(field, `element ${typeOf(text)}`, patient);
    if (typeof text !== 'string') continue;
    const [category = '', relation = '', ...rest] = text.split('|');
    countWhether(field, 'three parts', rest.length === 1, patient);
    countText(tally.field(`${name} (category)`), category, members.categories, patient);
    countText(tally.field(`${name} (relation)`), relation, members.relations, patient);
    countText(tally.field(`${name} (label)`), `${category}|${rest.join('|')}`, members.labels, patient);
  }
}

function countRelationship(tally: Tally, entry: Json, graph: Json, patient: number): void {
  countKeys(tally, 'relationships', entry, relationshipKeys, patient);
  const own = tally.field('relationships');
  const ofImage = String(entry.subject_id).startsWith(`${graph.image_id}_`);
  countWhether(own, 'subject_id is of this image', ofImage, patient);
  const contexts = asList(entry.relationship_contexts);
  countWhether(
    own,
    'every relationship_contexts is 1',
    contexts.every((value) => value === 1),
    patient,
  );
  countWhether(own, 'one comparison', asList(entry.relationship_names).length === 1, patient);
  countTriples(tally, 'relationships.attributes', asList(entry.attributes), patient);
}
