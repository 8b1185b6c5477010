import type { QuarantineCode } from './codes.js';

/** What is known of a rejection, as plain data: it crosses from the workers. */
export interface Rejected {
  readonly code: QuarantineCode;
  /** JSON pointer of the entry, e.g. /attributes/3; empty for the whole graph. */
  readonly pointer: string;
  readonly message: string;
  /** The image that the graph names; null where it could not be read. */
  readonly image_id: string | null;
}

/**
 * A graph (`pointer` '') or one entry of it (`/attributes/3`) that cannot be trusted. Thrown where it is
 * found, caught where the graph or the entry ends, recorded as a row of `quarantine`. The message holds
 * JSON types, key names, counts and ids only, never report text.
 */
export class Rejection extends Error implements Rejected {
  override readonly name = 'Rejection';
  image_id: string | null = null;

  constructor(
    readonly code: QuarantineCode,
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }

  /** This rejection, of a graph that names this image. */
  ofImage(imageId: unknown): this {
    if (typeof imageId === 'string' && imageId !== '') this.image_id = imageId;
    return this;
  }
}
