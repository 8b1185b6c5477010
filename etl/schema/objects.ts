import { field, requiredField } from './fields.js';
import { column, graphKeys, ofImage, ownObjectId, required, type Table } from './table.js';

const corners = ['x1', 'y1', 'x2', 'y2', 'width', 'height'] as const;

export const objects: Table = {
  name: 'objects',
  kind: 'graph',
  title: 'Anatomical boxes',
  grain: 'one row per objects[] entry',
  key: ['image_id', 'object_index'],
  columns: [
    ...graphKeys,
    required('object_index', 'INTEGER', 'place in the objects list of the JSON, from 0'),
    ownObjectId('as written, normally image_id_bbox_name; not unique by itself'),
    requiredField('bbox_name'),
    column('cuis', 'VARCHAR[]', 'UMLS concept ids of the region (synsets, split at ;;)'),
    field('umls_name'),
    ...corners.map((name) =>
      column(name, 'INTEGER', `${name} in the 224×224 padded frame, pixels, as written`),
    ),
    ...corners.map((name) =>
      column(`original_${name}`, 'INTEGER', `${name} in the original image, pixels, as written`),
    ),
  ],
  references: [ofImage, { columns: ['bbox_name'], table: 'regions', target: ['bbox_name'] }],
};
