import { column, graphKeys, ofImage, phraseId, type Table } from './table.js';

export const phrases: Table = {
  name: 'phrases',
  kind: 'graph',
  title: 'Sentences',
  grain: 'one row for each distinct (image, phrase_id) of its attributes[] entries, by sent_loc, phrase_id',
  key: ['image_id', 'phrase_id'],
  freeText: true,
  columns: [
    ...graphKeys,
    phraseId('study_id|sentence number, as written'),
    column('sent_loc', 'DOUBLE', 'the number behind the | of phrase_id: order of the sentence in the report'),
    column('section', 'VARCHAR', 'finalreport or prelimread; other values are kept and reported'),
    column('phrase', 'VARCHAR', 'the sentence as written, newlines kept; free text'),
  ],
  references: [ofImage],
};
