import { field, requiredField } from './fields.js';
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
    requiredField('entry_index'),
    ownObjectId('as written; may name no row of objects'),
    requiredField('bbox_name'),
    requiredField('phrase_index'),
    requiredField('attribute_index'),
    phraseId(),
    field('sent_loc'),
    field('section'),
    requiredField('category_id'),
    required('relation', 'VARCHAR', 'yes (affirmed) or no (denied); other values are kept and reported'),
    requiredField('label_name'),
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
