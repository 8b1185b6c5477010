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

export const object_phrases: Table = {
  name: 'object_phrases',
  kind: 'graph',
  title: 'Sentences of each described region',
  grain: 'one row for each (attributes[] entry, phrase)',
  key: ['image_id', 'entry_index', 'phrase_index'],
  columns: [
    ...graphKeys,
    required('entry_index', 'INTEGER', 'place of the entry in the attributes list of the JSON, from 0'),
    ownObjectId('as written; may name no row of objects'),
    required('bbox_name', 'VARCHAR', 'anatomical region that the sentence describes'),
    column('cuis', 'VARCHAR[]', 'UMLS concept ids of the region (synsets, split at ;;)'),
    column('umls_name', 'VARCHAR', 'UMLS name of the region (name)'),
    column(
      'is_described',
      'BOOLEAN',
      "the entry's dynamic key, e.g. 'right lung': true; NULL when it is absent",
    ),
    required('phrase_index', 'INTEGER', 'place of the phrase in the entry, from 0'),
    phraseId('study_id|sentence number, as written (phrase_IDs)'),
    column('sent_loc', 'DOUBLE', 'the number behind the | of phrase_id: order of the sentence in the report'),
    column('section', 'VARCHAR', 'finalreport or prelimread; other values are kept and reported'),
    ...cueColumns,
  ],
  references: [
    ofImage,
    { columns: ['image_id', 'phrase_id'], table: 'phrases', target: ['image_id', 'phrase_id'] },
  ],
};
