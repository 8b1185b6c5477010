import type { Issues } from '../diagnostics/issues.js';
import { expectKnown } from '../vocabulary/known.js';
import { textOrNull } from './details.js';
import type { Identity } from './identity.js';
import type { JsonObject } from './json.js';
import { parseStudyDatetime } from './study_datetime.js';

const documentedKeys = new Set([
  ...['image_id', 'viewpoint', 'patient_id', 'study_id', 'gender', 'age_decile', 'reason_for_exam'],
  ...['StudyOrder', 'StudyDateTime', 'objects', 'attributes', 'relationships'],
]);

/** What the root of a graph says of its image and exam. */
export interface Image {
  readonly viewpoint: string | null;
  readonly gender: string | null;
  readonly age_decile: string | null;
  readonly reason_for_exam: string | null;
  readonly study_order: number | null;
  /** Microseconds since 1970 of the shifted wall clock. */
  readonly study_datetime: bigint | null;
}

/** Reads the root of a graph whose identity can be trusted; a detail of another type is null, with an issue. */
export function readImage(json: JsonObject, identity: Identity, issues: Issues): Image {
  for (const key in json) if (!documentedKeys.has(key)) issues.addOnce('unknown_key', '', key);
  const root = { issues, pointer: '' };
  const viewpoint = textOrNull(root, 'viewpoint', json.viewpoint);
  if (viewpoint !== null) expectKnown('viewpoint', viewpoint, root, '/viewpoint');
  return {
    viewpoint,
    reason_for_exam: textOrNull(root, 'reason_for_exam', json.reason_for_exam),
    gender: textOrNull(root, 'gender', json.gender),
    age_decile: textOrNull(root, 'age_decile', json.age_decile),
    study_order: identity.study_order,
    study_datetime: parseStudyDatetime(json.StudyDateTime, issues),
  };
}
