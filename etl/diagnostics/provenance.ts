/** Where a graph comes from, for `quarantine`: a file within INPUT, and a member or record of it. */
export interface Provenance {
  readonly source: string;
  readonly member: string | null;
}
