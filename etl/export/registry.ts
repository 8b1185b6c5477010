import { coco } from './coco.js';
import type { ExportFormat } from './format.js';
import { graph } from './graph.js';
import { grounding } from './grounding.js';
import { images } from './images.js';
import { matrix } from './matrix.js';
import { pairs } from './pairs.js';
import { questions } from './questions.js';
import { rdf } from './rdf.js';
import { tsv } from './tsv.js';
import { visualGenome } from './visual_genome.js';
import { yolo } from './yolo.js';

/** The formats, in the order in which they are listed. */
export const formats: readonly ExportFormat[] = [
  images,
  coco,
  yolo,
  matrix,
  pairs,
  grounding,
  questions,
  tsv,
  rdf,
  graph,
  visualGenome,
];
