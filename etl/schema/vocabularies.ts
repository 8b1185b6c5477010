import { requiredField } from './fields.js';
import { column, required, type Table } from './table.js';

const isExpected = required(
  'is_expected',
  'BOOLEAN',
  'true: of the vocabulary · false: seen in the data only',
);

export const regions: Table = {
  name: 'regions',
  kind: 'vocabulary',
  title: 'Anatomical regions',
  grain: 'one row per bbox_name',
  key: ['bbox_name'],
  columns: [
    requiredField('bbox_name'),
    column('side', 'VARCHAR', 'left, right or midline; NULL for unknown'),
    column(
      'has_bbox',
      'BOOLEAN',
      'the box pipeline looks for it (36 regions); otherwise it occurs in text only',
    ),
    column('in_29', 'BOOLEAN', 'one of the 29 published regions'),
    column('in_gold_26', 'BOOLEAN', 'one of the 26 regions with gold boxes'),
    column('in_anaxnet_18', 'BOOLEAN', 'one of the 18 regions of AnaXNet'),
    column('parent', 'VARCHAR', 'nearest region that contains it; all ancestors are in region_parents'),
    column('mirror', 'VARCHAR', 'the same region of the other side'),
    column('object_order', 'INTEGER', 'usual place in the objects list, from 0; NULL when it has no box'),
    column(
      'cuis',
      'VARCHAR[]',
      'UMLS concept ids: of the ontology of the release, else those of most rows, else public ones; [] where none is known',
    ),
    column('umls_name', 'VARCHAR', 'UMLS name where public'),
    isExpected,
  ],
};

export const labels: Table = {
  name: 'labels',
  kind: 'vocabulary',
  title: 'Findings',
  grain: 'one row per (category_id, label_name)',
  key: ['category_id', 'label_name'],
  columns: [
    requiredField('category_id'),
    requiredField('label_name'),
    column('label_order', 'INTEGER', 'usual place within its category, from 0'),
    column('in_anaxnet_9', 'BOOLEAN', 'one of the nine findings of AnaXNet'),
    column(
      'is_cue',
      'BOOLEAN',
      'a modifier (severity, temporal, texture, laterality) that stands among the findings',
    ),
    column(
      'cuis',
      'VARCHAR[]',
      'concept ids: of the ontology of the release, else those of most rows, else public ones; [] where none is known',
    ),
    isExpected,
  ],
};

const parentColumns = (noun: string, from: string) => [
  required(from, 'VARCHAR', `the ${noun}`),
  required('parent', 'VARCHAR', `a ${noun} that includes it`),
  column('source', 'VARCHAR', 'release: from label_to_UMLS_mapping.json · seed: shipped with the project'),
  column('certainty', 'VARCHAR', 'certain, inferred or guess for seed rows; certain for rows of the release'),
];

export const label_parents: Table = {
  name: 'label_parents',
  kind: 'vocabulary',
  title: 'Ontology of findings',
  grain: 'one row per (label_name, parent) pair; a release lists all ancestors, the seed the nearest',
  key: ['label_name', 'parent'],
  columns: parentColumns('finding', 'label_name'),
};

export const region_parents: Table = {
  name: 'region_parents',
  kind: 'vocabulary',
  title: 'Ontology of regions',
  grain: 'one row per (bbox_name, parent) pair; a release lists all ancestors, the seed the nearest',
  key: ['bbox_name', 'parent'],
  columns: parentColumns('region', 'bbox_name'),
};

export const possible_findings: Table = {
  name: 'possible_findings',
  kind: 'vocabulary',
  title: 'Where a finding may be',
  grain:
    'one row per (label_name, bbox_name) pair of possible_attribute_of; empty where the release does not give it',
  key: ['label_name', 'bbox_name'],
  columns: [requiredField('label_name'), requiredField('bbox_name')],
};
