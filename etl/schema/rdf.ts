import { requiredField } from './fields.js';
import { column, required, type Table } from './table.js';

const node = (name: string, of: string) => [
  column(name, 'VARCHAR', `${of} of the edge: a node, name|CUI, or the study_id`),
  column(`${name}_type`, 'VARCHAR', `type of ${name}: location, study_id or <category>_annotation`),
];

export const rdf_annotations: Table = {
  name: 'rdf_annotations',
  kind: 'input',
  title: "The dataset's own enriched RDF, as shipped",
  grain: 'one row per edge of study_level_attribute_rdfgraphs.json; loaded on request',
  key: ['study_id', 'edge_index'],
  columns: [
    requiredField('study_id'),
    required('edge_index', 'INTEGER', 'place of the edge in the list of its study, from 0'),
    ...node('subject', 'first node'),
    ...node('object', 'second node'),
    column('relation', 'VARCHAR', 'name of the relation, as written'),
  ],
};
