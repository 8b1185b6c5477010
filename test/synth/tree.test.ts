import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import test from 'ava';
import { openPromise } from 'yauzl';
import { filesBelow, release } from './release.js';

const finding =
  'patient_id\tstudy_id\timage_id\tsent_loc\tsection\trow_id\tbbox\trelation\tlabel_name\tcontext\tcategoryID\tsentence\tobject_id\tattribute';
const findingWithBox = `${finding}\tcoord224\tcoord_original`;
const metadata =
  'dicom_id,subject_id,study_id,PerformedProcedureStepDescription,ViewPosition,Rows,Columns,StudyDate,StudyTime,' +
  'ProcedureCodeSequence_CodeMeaning,ViewCodeSequence_CodeMeaning,PatientOrientationCodeSequence_CodeMeaning';
const labels =
  'subject_id,study_id,Atelectasis,Cardiomegaly,Consolidation,Edema,Enlarged Cardiomediastinum,Fracture,Lung Lesion,' +
  'Lung Opacity,No Finding,Pleural Effusion,Pleural Other,Pneumonia,Pneumothorax,Support Devices';
const listed = 'subject_id,study_id,dicom_id,path,ViewPosition';
const annotated =
  'image_id,x1,y1,x2,y2,width,height,bbox_name,annot_id,' +
  'original_x1,original_x2,original_y1,original_y2,original_width,original_height';

/** First lines as the format document has them, by path; undefined for files without a header. */
const headers: Record<string, string | undefined> = {
  'SYNTHETIC.txt': undefined,
  'gold_dataset/auto_bbox_pipeline_coordinates_1000_images.txt': undefined,
  'gold_dataset/bbox_coordinate_annotations_1_C.csv': annotated,
  'gold_dataset/bbox_coordinate_annotations_1_W.csv': annotated,
  'gold_dataset/bbox_coordinate_annotations_2_J.csv': annotated,
  'gold_dataset/bbox_coordinate_annotations_2_S.csv': annotated,
  'gold_dataset/gold_all_sentences_500pts_1000studies.txt': undefined,
  'gold_dataset/gold_attributes_relations_500pts_500studies1st.txt': finding,
  'gold_dataset/gold_bbox_coordinate_annotations_1000images.csv': `${annotated},annotator,coord224,coord_original`,
  'gold_dataset/gold_bbox_scaling_factors_original_to_224x224.csv': 'image_id,top,bottom,left,right,ratio',
  'gold_dataset/gold_baseline_object_attribute_with_coordinate.txt': findingWithBox,
  'gold_dataset/gold_comparison_relations_500pts_500studies2nd.txt': undefined,
  'gold_dataset/gold_object_attribute_with_coordinates.txt': findingWithBox,
  'gold_dataset/gold_object_comparison_with_coordinates.txt':
    'patient_id\trelationship_id\tsubject_id\tobject_id\tbbox\tcomparison\tattribute\tsentence\t' +
    'bbox_coord_224_subject\tbbox_coord_224_object\tbbox_coord_original_subject\tbbox_coord_original_object\t' +
    'label_name\tcurrent_image_id\tprevious_image_id',
  'mimic-cxr-2.0.0-metadata.csv': metadata,
  'mimic-cxr-jpg/mimic-cxr-2.0.0-chexpert.csv.gz': labels,
  'mimic-cxr-jpg/mimic-cxr-2.0.0-metadata.csv.gz': metadata,
  'mimic-cxr-jpg/mimic-cxr-2.0.0-negbio.csv.gz': labels,
  'mimic-cxr-jpg/mimic-cxr-2.0.0-split.csv.gz': 'dicom_id,study_id,subject_id,split',
  'semantics/attribute_relations_v1.txt': undefined,
  'semantics/comparison_relations_v1.txt': undefined,
  'semantics/label_to_UMLS_mapping.json': undefined,
  'semantics/objects_detectable_by_bbox_pipeline_v1.txt': undefined,
  'semantics/objects_extracted_from_reports_v1.txt': undefined,
  'silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt':
    'subject_id\trad_id\tsent_loc\trow_id\tsection\tsentence',
  'silver_dataset/scene_graph.zip': undefined,
  'silver_dataset/splits/images_to_avoid.csv': listed,
  'silver_dataset/splits/test.csv': `,${listed}`,
  'silver_dataset/splits/train.csv': `,${listed}`,
  'silver_dataset/splits/valid.csv': `,${listed}`,
  'truth.json': undefined,
  'utils/cxr-record-list_view.csv': listed,
  'utils/cxr-study-list_v2.csv': 'subject_id,study_id,path,gender,age_decile',
};

test('a release has the files and headers of the format document', async (t) => {
  const root = await release(t, { images: 120, seed: 3 });
  t.deepEqual(await filesBelow(root), Object.keys(headers).sort());
  for (const [path, header] of Object.entries(headers)) {
    if (header === undefined) continue;
    const bytes = await readFile(join(root, path));
    const text = String(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    t.is(text.split('\n', 1)[0], header, path);
  }
  const comparisons = await readFile(join(root, 'semantics/comparison_relations_v1.txt'));
  t.is(comparisons.length, 74, 'as the file of the dataset');
  const detectable = await readFile(join(root, 'semantics/objects_detectable_by_bbox_pipeline_v1.txt'));
  t.is(detectable.length, 660, 'as the file of the dataset');
});

test('the archive nests a folder scene_graph, one member per image', async (t) => {
  const root = await release(t, { images: 30, seed: 3 });
  const zip = await openPromise(join(root, 'silver_dataset/scene_graph.zip'), { lazyEntries: true });
  const names: string[] = [];
  for await (const { fileName } of zip.eachEntry()) names.push(fileName);
  t.is(new Set(names).size, 30);
  const form = /^scene_graph\/[0-9a-f]{8}(-[0-9a-f]{8}){4}_SceneGraph\.json$/;
  t.true(names.every((name) => form.test(name)));
});

test('a graph has the keys of the published example, in their order', async (t) => {
  const root = await release(t, { images: 30, seed: 3, loose: true });
  const [first] = (await filesBelow(root)).filter((path) => path.endsWith('_SceneGraph.json'));
  const text = await readFile(join(root, first!), 'utf8');
  const graph = JSON.parse(text);
  t.deepEqual(Object.keys(graph), [
    ...['image_id', 'viewpoint', 'patient_id', 'study_id', 'gender', 'age_decile', 'reason_for_exam'],
    ...['StudyOrder', 'StudyDateTime', 'objects', 'attributes', 'relationships'],
  ]);
  t.deepEqual(Object.keys(graph.objects[0]), [
    ...['object_id', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'bbox_name', 'synsets', 'name'],
    ...['original_x1', 'original_y1', 'original_x2', 'original_y2', 'original_width', 'original_height'],
  ]);
  const [entry] = graph.attributes;
  t.deepEqual(Object.keys(entry), [
    ...[entry.bbox_name, 'bbox_name', 'synsets', 'name', 'attributes', 'attributes_ids', 'phrases'],
    ...['phrase_IDs', 'sections', 'comparison_cues', 'temporal_cues', 'severity_cues', 'texture_cues'],
    'object_id',
  ]);
  t.true(text.startsWith('{\n    "image_id": "'));
});
