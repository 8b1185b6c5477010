/** An edge as the dataset writes it: subject and object with their types, and the relation. */
export type RdfEdge = readonly [
  subject: readonly [node: string, type: string],
  object: readonly [node: string, type: string],
  relation: string,
];

/** A study and its edges, in their order. */
export interface RdfStudy {
  readonly study_id: number;
  readonly edges: RdfEdge[];
}
