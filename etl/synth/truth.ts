import type { GraphCounts } from './counts.js';
import type { DefectCounts } from './defects/truth.js';
import type { GoldTruth } from './gold/index.js';
import type { ReconciliationCounts } from './reconciliation.js';
import type { RelationsByRegion } from './relations_without_box.js';
import type { TableCounts } from './table_counts.js';

/** What a release holds; written as `truth.json`. */
export interface Truth extends DefectCounts {
  readonly seed: number;
  readonly loose: boolean;
  /** What a sound reader of the scene graphs finds; without what it rejects. */
  readonly graphs: GraphCounts;
  /** Patients, and studies with a graph. */
  readonly patients: number;
  readonly studies: number;
  /** By region, what a sound reader finds: the last column of Table 4. */
  readonly relations: RelationsByRegion;
  /** Rows of each list by its path within the release, loadable or not; of the RDF file its studies. */
  readonly rows: Readonly<Record<string, number>>;
  /** Each list and gold file by its path within the release; rows of the RDF file are its studies. */
  readonly tables: Readonly<Record<string, TableCounts>>;
  /** The view reconciliation by reason, all splits together; of the MIMIC-CXR lists only where a build is given them. */
  readonly reconciliation: ReconciliationCounts;
  readonly gold: GoldTruth;
}
