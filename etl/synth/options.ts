import type { Layout } from './layout.js';

/** What to write, and where. */
export interface SynthOptions {
  /** Number of scene graphs, from 1. */
  readonly images: number;
  /** The same seed gives the same bytes. */
  readonly seed: number;
  /** Folder of the release: absent, empty, or an earlier synthetic release, which is replaced. */
  readonly out: string;
  /** Loose files instead of `scene_graph.zip`. */
  readonly loose?: boolean;
  /** With every fault of `defects/table.ts` at its rate. */
  readonly defects?: boolean;
  /** Exactly so many gold patients, two images each or more; by default 0.8 % of the patients with two exams. */
  readonly goldPatients?: number;
  /** Where in `out` the release lies, `root` by default. */
  readonly layout?: Layout;
  /** Folder for the lists of MIMIC-CXR-JPG; by default within `out`. */
  readonly mimic?: string;
  /** With `study_level_attribute_rdfgraphs.json`. */
  readonly rdf?: boolean;
  /** Lists of the release as `.gz`. */
  readonly gzip?: boolean;
  /** Number of worker threads, 2 by default; the bytes do not depend on it. */
  readonly workers?: number;
  readonly onProgress?: (done: number, total: number) => void;
}
