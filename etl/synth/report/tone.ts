import type { Random } from '../random.js';

/** What the sentences of one report have in common. */
export interface Tone {
  readonly random: Random;
  /** Nothing is affirmed in the whole report. */
  readonly isClean: boolean;
  /** There is an earlier study to compare with. */
  readonly isFollowUp: boolean;
}
