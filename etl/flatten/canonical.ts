/**
 * Ids that repeat other columns cross from the workers as one mark, and are composed again by the SELECT that
 * writes the part (etl/write/select.ts): spelled out they would be most of the bytes of a chunk.
 */

/** Stands for an id that has its documented form. */
export const CANONICAL = '=';

/** Stands before an id that has another form, which follows as written. */
export const AS_WRITTEN = '~';

/** How an object id crosses: documented form `{image_id}_{bbox_name}`. */
export function packObjectId(objectId: string | null, imageId: string, bboxName: string): string | null {
  if (objectId === null) return null;
  const isCanonical =
    objectId.length === imageId.length + 1 + bboxName.length &&
    objectId.startsWith(imageId) &&
    objectId.charCodeAt(imageId.length) === 0x5f &&
    objectId.endsWith(bboxName);
  return isCanonical ? CANONICAL : AS_WRITTEN + objectId;
}

/** How a phrase id crosses: documented form `{study_id}|{sent_loc}` with a whole number. */
export function packPhraseId(phraseId: string, studyId: number, sentLoc: number | null): string {
  return Number.isInteger(sentLoc) && phraseId === `${studyId}|${sentLoc}`
    ? CANONICAL
    : AS_WRITTEN + phraseId;
}
