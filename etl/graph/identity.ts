import type { Issues } from '../diagnostics/issues.js';
import { quote } from '../diagnostics/quote.js';
import { Rejection } from '../diagnostics/rejection.js';
import { typeName } from '../diagnostics/type_name.js';
import { withoutSuffix } from './image_id.js';
import type { JsonObject } from './json.js';

/** What places a graph in the warehouse: the sort key of the plan. */
export interface Identity {
  readonly image_id: string;
  readonly patient_id: number;
  readonly study_id: number;
  readonly study_order: number | null;
}

/** The keys that hold it. */
export const identityKeys: ReadonlySet<string> = new Set([
  'image_id',
  'patient_id',
  'study_id',
  'StudyOrder',
]);

/** Largest INTEGER of DuckDB and Parquet. */
export const LARGEST_INTEGER = 2 ** 31 - 1;

/**
 * Reads image_id, patient_id, study_id and StudyOrder.
 * @throws Rejection missing_key, wrong_type or bad_id
 */
export function readIdentity(graph: JsonObject, issues?: Issues): Identity {
  return {
    image_id: readImageId(graph.image_id, issues),
    patient_id: readId(graph, 'patient_id', issues),
    study_id: readId(graph, 'study_id', issues),
    study_order: readStudyOrder(graph.StudyOrder, issues),
  };
}

function readImageId(value: unknown, issues: Issues | undefined): string {
  if (value === undefined) throw new Rejection('missing_key', '', 'expected image_id, found no such key');
  if (typeof value !== 'string') {
    throw new Rejection('wrong_type', '', `image_id: expected text, found ${typeName(value)}`);
  }
  const imageId = withoutSuffix(value);
  if (imageId === '') throw new Rejection('bad_id', '', 'image_id: expected a dicom_id, found empty text');
  if (imageId !== value) issues?.add('image_id_suffix', '/image_id', value.slice(imageId.length));
  return imageId;
}

function readId(graph: JsonObject, key: 'patient_id' | 'study_id', issues: Issues | undefined): number {
  const value = graph[key];
  if (value === undefined) throw new Rejection('missing_key', '', `expected ${key}, found no such key`);
  if (typeof value !== 'number' && typeof value !== 'string') {
    throw new Rejection('wrong_type', '', `${key}: expected a number, found ${typeName(value)}`);
  }
  const id = typeof value === 'number' ? value : /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isInteger(id) || id < 1 || id > LARGEST_INTEGER) {
    throw new Rejection(
      'bad_id',
      '',
      `${key}: expected a whole number from 1 to ${LARGEST_INTEGER}, found another value`,
    );
  }
  if (typeof value === 'string') issues?.add('id_as_string', `/${key}`, quote(value));
  return id;
}

function readStudyOrder(value: unknown, issues: Issues | undefined): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) {
    issues?.add('id_as_string', '/StudyOrder', quote(value));
    return Number(value);
  }
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LARGEST_INTEGER)
    return value;
  issues?.add('wrong_type_ignored', '/StudyOrder', `expected a whole number, found ${typeName(value)}`);
  return null;
}

/** True when two readings of one graph's identity agree. */
export function sameIdentity(a: Identity, b: Identity): boolean {
  return (
    a.image_id === b.image_id &&
    a.patient_id === b.patient_id &&
    a.study_id === b.study_id &&
    a.study_order === b.study_order
  );
}

/** The rejection of a graph that has two of them. */
export function differentIdentities(): Rejection {
  const message = 'expected one image_id, patient_id, study_id and StudyOrder, found two';
  return new Rejection('duplicate_key', '', message);
}
