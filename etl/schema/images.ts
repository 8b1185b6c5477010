import { column, graphKeys, type Table } from './table.js';

export const images: Table = {
  name: 'images',
  kind: 'graph',
  title: 'Scene graphs',
  grain: 'one row per scene graph (a frontal chest X-ray)',
  key: ['image_id'],
  columns: [
    ...graphKeys,
    column('viewpoint', 'VARCHAR', 'AP or PA; any other value is kept and reported in data_issues'),
    column('gender', 'VARCHAR', 'sex of the patient as recorded: F or M'),
    column('age_decile', 'VARCHAR', 'age range in years, e.g. 50-60'),
    {
      ...column('reason_for_exam', 'VARCHAR', 'history section of the report, free text'),
      freeText: 'nulled',
    },
    column('study_order', 'INTEGER', 'StudyOrder: 1 is the first study of the patient; gaps are possible'),
    column(
      'study_datetime',
      'TIMESTAMP',
      'StudyDateTime: shifted, de-identified wall clock; the literal UTC is dropped and no zone is implied',
    ),
  ],
};
