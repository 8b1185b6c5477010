import { LARGEST_INTEGER } from './identity.js';

/** The ids that a relationship_id holds. */
export interface RelationshipIds {
  readonly phrase_id: string;
  readonly sent_loc: number;
  readonly previous_study_id: number;
}

/**
 * Reads `{study_id}|{sent_loc}_{previous study_id}_{CUI}_{8 hex}_{8 hex}`, a form that is decoded from the example on the
 * dataset's page; null when the text has another form.
 */
export function parseRelationshipId(text: string): RelationshipIds | null {
  const found = /^([^_|]+\|(-?\d{1,15}(?:\.\d{1,15})?))_(\d{1,10})_./.exec(text);
  const previous_study_id = Number(found?.[3]);
  if (!found || previous_study_id < 1 || previous_study_id > LARGEST_INTEGER) return null;
  return { phrase_id: found[1]!, sent_loc: Number(found[2]), previous_study_id };
}
