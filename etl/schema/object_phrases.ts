import { field, requiredField } from './fields.js';
import { column, cueColumns, graphKeys, ofImage, ownObjectId, phraseId, type Table } from './table.js';

export const object_phrases: Table = {
  name: 'object_phrases',
  kind: 'graph',
  title: 'Sentences of each described region',
  grain: 'one row for each (attributes[] entry, phrase)',
  key: ['image_id', 'entry_index', 'phrase_index'],
  columns: [
    ...graphKeys,
    requiredField('entry_index'),
    ownObjectId('as written; may name no row of objects'),
    requiredField('bbox_name'),
    column('cuis', 'VARCHAR[]', 'UMLS concept ids of the region (synsets, split at ;;)'),
    field('umls_name'),
    column(
      'is_described',
      'BOOLEAN',
      "the entry's dynamic key, e.g. 'right lung': true; NULL when it is absent",
    ),
    requiredField('phrase_index'),
    phraseId(),
    field('sent_loc'),
    field('section'),
    ...cueColumns,
  ],
  references: [
    ofImage,
    { columns: ['image_id', 'phrase_id'], table: 'phrases', target: ['image_id', 'phrase_id'] },
    { columns: ['bbox_name'], table: 'regions', target: ['bbox_name'] },
  ],
};
