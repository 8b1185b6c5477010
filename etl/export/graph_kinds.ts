/** What a value of a node or an edge is. */
export type GraphType = 'string' | 'int' | 'double' | 'boolean' | 'datetime' | 'strings';

/** Attributes by name, in their order. */
export type GraphAttributes = Readonly<Record<string, GraphType>>;

/** A kind of node: its statement gives `id`, `patient` and the attributes. */
export interface NodeKind {
  /** In lower case: region; a label is Region. */
  readonly name: string;
  /** Name of its file in Neo4j's form, without suffix. */
  readonly file: string;
  readonly statement: string;
  readonly attributes: GraphAttributes;
  /** What its rows are ordered by. */
  readonly order: string;
  /** Whether patients have it in common: one node for all of them where they stand in one graph. */
  readonly isShared?: true;
}

/** A kind of edge: its statement gives `source`, `target`, `patient` and the attributes. */
export interface EdgeKind extends Omit<NodeKind, 'name'> {
  /** In lower case: compared_with; Neo4j has COMPARED_WITH. */
  readonly type: string;
  /** Names of the kinds of node that it leads from and to. */
  readonly from: string;
  readonly to: string;
  /** What is filled in into the statement. */
  readonly filled?: Readonly<Record<string, string>>;
}

/** Kinds of node, in their order. */
export const nodeKinds: readonly NodeKind[] = [
  {
    ...{ name: 'patient', file: 'patients', statement: 'graph_patients', order: 'place' },
    attributes: { patient_id: 'int', gender: 'string', n_studies: 'int', n_images: 'int' },
  },
  {
    ...{ name: 'study', file: 'studies', statement: 'graph_studies', order: 'place' },
    attributes: {
      study_id: 'int',
      study_order: 'int',
      study_datetime: 'datetime',
      sequence_number: 'int',
      gap_days: 'int',
    },
  },
  {
    ...{ name: 'image', file: 'images', statement: 'graph_images', order: 'place' },
    attributes: {
      viewpoint: 'string',
      age_decile: 'string',
      split: 'string',
      to_avoid: 'boolean',
      is_gold: 'boolean',
      image_width: 'int',
      image_height: 'int',
      jpg_path: 'string',
    },
  },
  {
    ...{ name: 'region', file: 'regions', statement: 'graph_regions', order: 'place, bbox_name' },
    attributes: {
      bbox_name: 'string',
      side: 'string',
      n_phrases: 'int',
      n_boxes: 'int',
      x1: 'int',
      y1: 'int',
      x2: 'int',
      y2: 'int',
    },
  },
  {
    ...{ name: 'finding', file: 'findings', statement: 'graph_findings', order: 'id', isShared: true },
    attributes: { category_id: 'string', label_name: 'string', cuis: 'strings' },
  },
];

const ontology: GraphAttributes = { ontology: 'string', certainty: 'string' };

const mention = {
  ...{ from: 'region', to: 'finding', statement: 'graph_mentions' },
  order: 'place, bbox_name, target',
  attributes: {
    category_id: 'string',
    state: 'string',
    last_mention_final: 'string',
    n_yes: 'int',
    n_no: 'int',
    phrase_id: 'string',
    severity: 'strings',
    temporal: 'strings',
    texture: 'strings',
    comparison: 'strings',
  },
} as const;

/** Kinds of edge, in their order. */
export const edgeKinds: readonly EdgeKind[] = [
  {
    ...{ type: 'has', from: 'patient', to: 'study', file: 'has_study', statement: 'graph_studies' },
    ...{ order: 'place', attributes: {} },
  },
  {
    ...{ type: 'has', from: 'study', to: 'image', file: 'has_image', statement: 'graph_images' },
    ...{ order: 'place', attributes: {} },
  },
  {
    ...{ type: 'has', from: 'image', to: 'region', file: 'has_region', statement: 'graph_regions' },
    ...{ order: 'place, bbox_name', attributes: {} },
  },
  {
    ...{ type: 'next', from: 'study', to: 'study', file: 'next', statement: 'graph_next' },
    ...{ order: 'place', attributes: { gap_days: 'int', gap_hours: 'double' } },
  },
  { ...mention, type: 'affirms', file: 'affirms', filled: { relation: 'yes' } },
  { ...mention, type: 'denies', file: 'denies', filled: { relation: 'no' } },
  {
    ...{ type: 'parent', from: 'region', to: 'region', file: 'region_parents' },
    ...{ statement: 'graph_region_parents', order: 'place, source, target', attributes: ontology },
  },
  {
    ...{ type: 'parent', from: 'finding', to: 'finding', file: 'finding_parents', isShared: true },
    ...{ statement: 'graph_finding_parents', order: 'source, target', attributes: ontology },
  },
  {
    ...{ type: 'compared_with', from: 'region', to: 'region', file: 'compared_with' },
    ...{
      statement: 'graph_comparisons',
      order: 'place, source, target, comparison, category_id, label_name, relation',
    },
    attributes: {
      comparison: 'string',
      category_id: 'string',
      label_name: 'string',
      relation: 'string',
      n_relations: 'int',
      is_majority: 'boolean',
      gap_days: 'int',
    },
  },
];
