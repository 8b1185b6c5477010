import { field } from './fields.js';
import { column, graphKeys, type Table } from './table.js';

export const images: Table = {
  name: 'images',
  kind: 'graph',
  title: 'Scene graphs',
  grain: 'one row per scene graph (a frontal chest X-ray)',
  key: ['image_id'],
  columns: [
    ...graphKeys,
    field('viewpoint'),
    field('gender'),
    field('age_decile'),
    {
      ...column('reason_for_exam', 'VARCHAR', 'history section of the report, free text'),
      freeText: 'nulled',
    },
    field('study_order'),
    column(
      'study_datetime',
      'TIMESTAMP',
      'StudyDateTime: shifted, de-identified wall clock; the literal UTC is dropped and no zone is implied',
    ),
  ],
};
