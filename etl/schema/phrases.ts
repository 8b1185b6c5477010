import { field } from './fields.js';
import { column, graphKeys, ofImage, phraseId, type Table } from './table.js';

export const phrases: Table = {
  name: 'phrases',
  kind: 'graph',
  title: 'Sentences',
  grain: 'one row for each distinct (image, phrase_id) of its attributes[] entries, by sent_loc, phrase_id',
  key: ['image_id', 'phrase_id'],
  order: ['sent_loc', 'phrase_id'],
  freeText: true,
  columns: [
    ...graphKeys,
    phraseId(),
    field('sent_loc'),
    field('section'),
    column('phrase', 'VARCHAR', 'the sentence as written, newlines kept; free text'),
  ],
  references: [ofImage],
};
