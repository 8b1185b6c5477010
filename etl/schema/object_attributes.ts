import {
  column,
  cueColumns,
  graphKeys,
  ofImage,
  ownObjectId,
  phraseId,
  required,
  type Table,
} from './table.js';

export const object_attributes: Table = {
  name: 'object_attributes',
  kind: 'graph',
  title: 'Findings of each described region',
  grain: 'one row for each attribute string, no more and no fewer than the JSON holds',
  key: ['image_id', 'entry_index', 'phrase_index', 'attribute_index'],
  columns: [
    ...graphKeys,
    required('entry_index', 'INTEGER', 'place of the entry in the attributes list of the JSON, from 0'),
    ownObjectId('as written; may name no row of objects'),
    required('bbox_name', 'VARCHAR', 'anatomical region that carries the finding'),
    required('phrase_index', 'INTEGER', 'place of the phrase in the entry, from 0'),
    required('attribute_index', 'INTEGER', 'place of the attribute string in the phrase, from 0'),
    phraseId('study_id|sentence number, as written'),
    column('sent_loc', 'DOUBLE', 'the number behind the | of phrase_id: order of the sentence in the report'),
    column('section', 'VARCHAR', 'finalreport or prelimread; other values are kept and reported'),
    required(
      'category_id',
      'VARCHAR',
      'anatomicalfinding, disease, tubesandlines, device, technicalassessment, nlp, …',
    ),
    required('relation', 'VARCHAR', 'yes (affirmed) or no (denied); other values are kept and reported'),
    required('label_name', 'VARCHAR', 'the finding: what follows the second | of the attribute string'),
    column('cuis', 'VARCHAR[]', 'concept ids of the finding (attributes_ids, split at ;;)'),
    ...cueColumns,
  ],
  references: [
    ofImage,
    {
      columns: ['image_id', 'entry_index', 'phrase_index'],
      table: 'object_phrases',
      target: ['image_id', 'entry_index', 'phrase_index'],
    },
    { columns: ['category_id', 'label_name'], table: 'labels', target: ['category_id', 'label_name'] },
    { columns: ['bbox_name'], table: 'regions', target: ['bbox_name'] },
  ],
};
