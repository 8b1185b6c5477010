import { csvLine } from '../csv.js';
import { labelColumns } from './mimic/labels.js';
import { metadataColumns } from './mimic/metadata.js';
import { splitColumns } from './mimic/split.js';

const listed = ['subject_id', 'study_id', 'dicom_id', 'path', 'ViewPosition'];

/** A text file that lists all patients: one of columns, or one JSON object with a key per study. */
type List =
  | { readonly columns: readonly string[]; readonly delimiter: ',' | '\t' }
  | { readonly isObject: true };

const csv = (columns: readonly string[]) => ({ columns, delimiter: ',' }) as const;

/** Folder of the lists of MIMIC-CXR-JPG next to a release, unless an option names another one. */
export const MIMIC = 'mimic-cxr-jpg';

/** The lists of a release by their path within it. Those of MIMIC-CXR-JPG are compressed, as they are published. */
export const lists = {
  'silver_dataset/splits/train.csv': csv(['', ...listed]),
  'silver_dataset/splits/valid.csv': csv(['', ...listed]),
  'silver_dataset/splits/test.csv': csv(['', ...listed]),
  'silver_dataset/splits/images_to_avoid.csv': csv(listed),
  'silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt': {
    columns: ['subject_id', 'rad_id', 'sent_loc', 'row_id', 'section', 'sentence'],
    delimiter: '\t',
  },
  'silver_dataset/study_level_attribute_rdfgraphs.json': { isObject: true },
  'utils/cxr-record-list_view.csv': csv(listed),
  'utils/cxr-study-list_v2.csv': csv(['subject_id', 'study_id', 'path', 'gender', 'age_decile']),
  'mimic-cxr-2.0.0-metadata.csv': csv(metadataColumns),
  'mimic-cxr-jpg/mimic-cxr-2.0.0-metadata.csv.gz': csv(metadataColumns),
  'mimic-cxr-jpg/mimic-cxr-2.0.0-split.csv.gz': csv(splitColumns),
  'mimic-cxr-jpg/mimic-cxr-2.0.0-chexpert.csv.gz': csv(labelColumns),
  'mimic-cxr-jpg/mimic-cxr-2.0.0-negbio.csv.gz': csv(labelColumns),
} as const satisfies Record<string, List>;

export type ListPath = keyof typeof lists;

/** The lists of columns. */
export type TablePath = Exclude<ListPath, typeof RDF>;

/** The enriched RDF, written on request. */
export const RDF = 'silver_dataset/study_level_attribute_rdfgraphs.json';

/** What stands before all rows of a list. */
export function headOf(path: ListPath): string {
  if (path === RDF) return '{';
  const { columns, delimiter } = lists[path];
  return csvLine(columns, delimiter);
}

/** What stands behind all rows of a list. */
export function footOf(path: ListPath): string {
  return path === RDF ? '\n}\n' : '';
}
