import { coco } from './coco.js';
import type { ExportFormat } from './format.js';
import { images } from './images.js';

/** The formats, in the order in which they are listed. */
export const formats: readonly ExportFormat[] = [images, coco];
