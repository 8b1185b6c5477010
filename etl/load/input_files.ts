import type { InputFileId } from '../discover/known_files.js';
import * as tables from '../schema/inputs.js';
import type { ExpectedTable } from '../text_tables/index.js';
import { goldTables } from './gold_files.js';

const ids = { image_id: ['dicom_id', 'image_id'], patient_id: ['subject_id', 'patient_id'] };
const listed = { ...ids, viewpoint: ['ViewPosition', 'viewpoint'] };

const split = (name: string): ExpectedTable => ({
  table: tables.splits,
  delimiter: ',',
  headers: listed,
  constants: { split: name },
});

/** What the text tables of a release should hold. */
export const releaseTables: Partial<Record<InputFileId, ExpectedTable>> = {
  split_train: split('train'),
  split_valid: split('valid'),
  split_test: split('test'),
  images_to_avoid: { table: tables.images_to_avoid, delimiter: ',', headers: listed },
  sentences: {
    table: tables.sentences,
    delimiter: '\t',
    headers: { ...ids, study_id: ['rad_id', 'study_id'] },
  },
  ...goldTables,
};
