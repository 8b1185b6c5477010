import { csvLine } from '../../csv.js';
import type { ListLines } from '../list_lines.js';

const EMPTY = 'auto_bbox_pipeline_coordinates_1000_images.txt';

/** The gold files, one of them without content. */
export function plantInGold(files: Readonly<Record<string, string>>): Record<string, string> {
  return { ...files, [EMPTY]: '' };
}

/** A faulty row at the end of each of two lists. The path is that of no image. */
export function plantInLists(): Pick<ListLines, 'texts' | 'rows'> {
  const path = 'files/p10/p10000000/s50000000/absent.dcm';
  const texts = {
    'silver_dataset/splits/test.csv': csvLine([0, 10_000_000, 50_000_000, null, path, 'AP']),
    'silver_dataset/splits/valid.csv': csvLine([0, 'unknown', 50_000_000, 'absent', path, 'AP']),
  };
  return { texts, rows: { 'silver_dataset/splits/test.csv': 1, 'silver_dataset/splits/valid.csv': 1 } };
}
