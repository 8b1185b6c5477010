/** What a release or the synthetic one holds apart from its scene graphs: a file of a known name. */
export interface KnownFile {
  readonly id: string;
  /** Path within the release, as PhysioNet lists it. */
  readonly path: string;
  /** Other names that copies of the file have, in its folder. */
  readonly aliases?: readonly string[];
}

const splits = 'silver_dataset/splits';
const boxes = 'gold_dataset/bbox_coordinate_annotations';

/**
 * The files of a release that a build or a census reads, each by the name that stands for it in code. A packed copy
 * (`.gz`) of any of them is known too.
 */
export const inputFiles = [
  { id: 'split_train', path: `${splits}/train.csv`, aliases: ['training.csv'] },
  {
    id: 'split_valid',
    path: `${splits}/valid.csv`,
    aliases: ['val.csv', 'validate.csv', 'validation.csv', 'dev.csv'],
  },
  { id: 'split_test', path: `${splits}/test.csv`, aliases: ['testing.csv'] },
  { id: 'images_to_avoid', path: `${splits}/images_to_avoid.csv`, aliases: ['image_to_avoid.csv'] },
  {
    id: 'sentences',
    path: 'silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt',
    aliases: ['cxr-mimic-v2.0.0-processed-sentences_all.tsv'],
  },
  { id: 'rdf_graphs', path: 'silver_dataset/study_level_attribute_rdfgraphs.json' },
  {
    id: 'gold_attribute_relations',
    path: 'gold_dataset/gold_attributes_relations_500pts_500studies1st.txt',
  },
  { id: 'gold_object_attributes', path: 'gold_dataset/gold_object_attribute_with_coordinates.txt' },
  {
    id: 'gold_baseline_object_attributes',
    path: 'gold_dataset/gold_baseline_object_attribute_with_coordinate.txt',
    aliases: ['gold_baseline_object_attribute_with_coordinates.txt'],
  },
  {
    id: 'gold_comparison_relations',
    path: 'gold_dataset/gold_comparison_relations_500pts_500studies2nd.txt',
  },
  { id: 'gold_object_comparisons', path: 'gold_dataset/gold_object_comparison_with_coordinates.txt' },
  { id: 'gold_sentences', path: 'gold_dataset/gold_all_sentences_500pts_1000studies.txt' },
  { id: 'gold_auto_bboxes', path: 'gold_dataset/auto_bbox_pipeline_coordinates_1000_images.txt' },
  { id: 'gold_bboxes', path: 'gold_dataset/gold_bbox_coordinate_annotations_1000images.csv' },
  { id: 'gold_scaling_factors', path: 'gold_dataset/gold_bbox_scaling_factors_original_to_224x224.csv' },
  { id: 'gold_annotator_bboxes_1_C', path: `${boxes}_1_C.csv` },
  { id: 'gold_annotator_bboxes_1_W', path: `${boxes}_1_W.csv` },
  { id: 'gold_annotator_bboxes_2_J', path: `${boxes}_2_J.csv` },
  { id: 'gold_annotator_bboxes_2_S', path: `${boxes}_2_S.csv` },
  { id: 'detectable_regions', path: 'semantics/objects_detectable_by_bbox_pipeline_v1.txt' },
  { id: 'mentioned_regions', path: 'semantics/objects_extracted_from_reports_v1.txt' },
  { id: 'attribute_relations', path: 'semantics/attribute_relations_v1.txt' },
  { id: 'comparison_relations', path: 'semantics/comparison_relations_v1.txt' },
  { id: 'ontology', path: 'semantics/label_to_UMLS_mapping.json' },
] as const satisfies readonly KnownFile[];

/** Name of an input file, e.g. `split_valid`. */
export type InputFileId = (typeof inputFiles)[number]['id'];

/** What else a release holds; nothing reads it, and no file of these names is a scene graph. */
const otherFiles = [
  'LICENSE.txt',
  'SHA256SUMS.txt',
  'SYNTHETIC.txt',
  'truth.json',
  'utils/cxr-record-list_view.csv',
  'utils/cxr-study-list_v2.csv',
  'utils/scene_postprocessing/scenegraph_postprocessing_settings.json',
  'analysis/affirmed_attributes_eval4paper.csv',
  'analysis/affirmed_bboxes_across_attributes_report_level.csv',
  'analysis/object_to_attribute_relation_stats.csv',
  'analysis/object_to_object_comparison_relation_stats.csv',
] as const;

/** Every name that an input file may have in its folder, in lower case, the documented one first. */
export function namesOf({ path, aliases = [] }: KnownFile): string[] {
  const documented = path.slice(path.lastIndexOf('/') + 1);
  return [documented, ...aliases].flatMap((name) => [name, `${name}.gz`]).map((name) => name.toLowerCase());
}

const names = new Set([
  ...inputFiles.flatMap(namesOf),
  ...otherFiles.map((path) => path.slice(path.lastIndexOf('/') + 1).toLowerCase()),
]);

/** True for the name of a file that belongs to a release and is no scene graph, wherever it lies; case is ignored. */
export function isKnownFile(path: string): boolean {
  return names.has(path.slice(path.lastIndexOf('/') + 1).toLowerCase());
}
