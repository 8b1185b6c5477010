/**
 * Ids that repeat other columns cross from the workers as a placeholder, and are derived again by the SELECT that
 * writes the part (etl/write/select.ts): spelled out they would be most of the bytes of a chunk.
 */

/** Stands for an id that has its documented form. */
export const PLACEHOLDER = '=';

/** Stands before an id that has another form, which follows as written. */
export const AS_WRITTEN = '~';

/** How an object id crosses; its documented form is `{image_id}_{bbox_name}`. */
export function encodeObjectId(objectId: string | null, imageId: string, bboxName: string): string | null {
  if (objectId === null) return null;
  const isDocumented =
    objectId.length === imageId.length + 1 + bboxName.length &&
    objectId.startsWith(imageId) &&
    objectId.charCodeAt(imageId.length) === 0x5f &&
    objectId.endsWith(bboxName);
  return isDocumented ? PLACEHOLDER : AS_WRITTEN + objectId;
}

/** How a phrase id crosses; its documented form is `{study_id}|{sent_loc}` with a whole number. */
export function encodePhraseId(phraseId: string, studyId: number, sentLoc: number | null): string {
  const isDocumented = Number.isInteger(sentLoc) && phraseId === `${studyId}|${sentLoc}`;
  return isDocumented ? PLACEHOLDER : AS_WRITTEN + phraseId;
}
