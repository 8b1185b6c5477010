import { field, requiredField } from './fields.js';
import { column, graphKeys, objectIdOf, ofImage, phraseId, required, type Table } from './table.js';

export const comparison_relations: Table = {
  name: 'comparison_relations',
  kind: 'graph',
  title: 'Comparisons with a previous exam',
  grain: 'one row per relationships[] entry',
  key: ['image_id', 'relationship_index'],
  columns: [
    ...graphKeys,
    required('relationship_index', 'INTEGER', 'place in the relationships list of the JSON, from 0'),
    column('relationship_id', 'VARCHAR', 'as written; not unique by itself'),
    requiredField('bbox_name'),
    objectIdOf('image_id', 'subject_id', 'object id on the current image, as written'),
    objectIdOf('previous_image_id', 'object_id', 'object id on the previous image, as written'),
    column('previous_image_id', 'VARCHAR', 'object_id before its first _; may name no row of images'),
    column('previous_study_id', 'INTEGER', 'second part of relationship_id; NULL when that does not parse'),
    phraseId('first part of relationship_id; NULL when that does not parse'),
    field('sent_loc'),
    column('predicates', 'VARCHAR[]', "the stringified list of predicate, parsed, e.g. ['No status change']"),
    column('cuis', 'VARCHAR[]', 'concept ids of the comparison (synsets, split at ;;)'),
    column(
      'comparisons',
      'VARCHAR[]',
      'improved, worsened, no change: the affirmed relationship_names; others kept',
    ),
    column('relationship_names', 'VARCHAR[]', 'as written, e.g. comparison|yes|no change'),
    column(
      'relationship_contexts',
      'DOUBLE[]',
      'as written, parallel to relationship_names; 1.0 is affirmed',
    ),
    column(
      'attributes',
      'VARCHAR[]',
      'findings that are compared, as written, e.g. anatomicalfinding|yes|atelectasis',
    ),
    {
      ...column('phrase', 'VARCHAR', 'the sentence as written, newlines kept; free text'),
      freeText: 'absent',
    },
  ],
  references: [
    ofImage,
    { columns: ['previous_image_id'], table: 'images', target: ['image_id'], optional: true },
    { columns: ['bbox_name'], table: 'regions', target: ['bbox_name'] },
  ],
};
