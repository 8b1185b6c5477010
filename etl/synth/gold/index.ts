import type { Corners } from '../box.js';
import type { Cohort } from '../cohort.js';
import { frameOf } from '../size.js';
import { type FindingErrors, type GoldFinding, goldFindings } from './attributes.js';
import { type BoxErrors, type GoldBox, goldBoxes, toFrame } from './boxes.js';
import { type ComparisonErrors, goldComparisons } from './comparisons.js';
import { type GoldImage, type GoldPair, goldPairs } from './pair.js';
import { pythonList } from './python_list.js';
import { annotators, type GoldTables, goldTables } from './tables.js';

/** What the gold files hold, and how they differ from the automatic graphs. */
export interface GoldTruth {
  readonly patients: number;
  readonly images: number;
  /** Rows of each file. */
  readonly rows: Readonly<Record<string, number>>;
  readonly findings: FindingErrors;
  readonly comparisons: ComparisonErrors;
  readonly boxes: BoxErrors;
}

/** The gold files of a release by name, and what they hold. */
export function drawGold(cohort: Cohort): { files: Record<string, string>; truth: GoldTruth } {
  const tables = goldTables();
  const findings = { flipped: 0, dropped: 0, added: 0 };
  const comparisons = { changed: 0, joined: 0, dropped: 0, added: 0 };
  const boxes = { shifted: 0, drawn: 0, absent: 0 };
  const images = cohort.gold.size * 2;
  let number = 0;
  for (const pair of goldPairs(cohort)) {
    const annotate = (gold: GoldImage): Places => {
      const settled = goldBoxes(pair.random, gold, boxes);
      addSentences(tables, pair, gold);
      addBoxes(tables, gold, settled, number++ / images);
      return new Map(settled.map(({ bbox_name, original }) => [bbox_name, original]));
    };
    const places = [annotate(pair.first), annotate(pair.second)] as const;
    for (const finding of goldFindings(pair, findings)) addFinding(tables, pair, finding, places[0]);
    for (const relation of goldComparisons(pair, comparisons)) addComparison(tables, pair, relation, places);
  }
  const entries = Object.entries(tables);
  const rows = Object.fromEntries(entries.map(([name, table]) => [name, table.rows]));
  return {
    files: Object.fromEntries(entries.map(([name, table]) => [name, String(table)])),
    truth: { patients: cohort.gold.size, images, rows, findings, comparisons, boxes },
  };
}

/** Settled boxes of an image by region; null where there is none. */
type Places = ReadonlyMap<string, Corners | null>;

const dcm = ({ image }: GoldImage) => `${image.dicom_id}.dcm`;

/** A number as Python writes a float. */
function float(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function addSentences(tables: GoldTables, { patient }: GoldPair, gold: GoldImage): void {
  const { study, report } = gold.exam;
  for (const { sent_loc, section, text } of report.sentences) {
    tables['gold_all_sentences_500pts_1000studies.txt'].add({
      patient_id: patient.patient_id,
      study_id: study.study_id,
      image_id: dcm(gold),
      sent_loc,
      section,
      sentence: text,
      row_id: `${study.study_id}|${sent_loc}`,
    });
  }
}

/** `position`: the place of the image among all, from 0 to 1, which decides who annotated it. */
function addBoxes(tables: GoldTables, gold: GoldImage, boxes: readonly GoldBox[], position: number): void {
  const frame = frameOf(gold.image);
  const image_id = dcm(gold);
  const { top, bottom, left, right, ratio } = frame;
  const scaling = { image_id, top, bottom, left, right, ratio };
  tables['gold_bbox_scaling_factors_original_to_224x224.csv'].add(scaling);
  for (const { bbox_name, original } of boxes) {
    const [whole, framed] = original ? [original, toFrame(original, frame)] : [zeros, zeros];
    const row = {
      image_id,
      bbox_name,
      annot_id: `${image_id}|${bbox_name}`,
      ...corners('', framed),
      ...corners('original_', whole),
      annotator: position < 0.5 ? '1_C' : '2_J',
      coord224: coordinates(framed),
      coord_original: coordinates(whole),
    };
    tables['gold_bbox_coordinate_annotations_1000images.csv'].add(row);
    for (const annotator of annotators) {
      const looksAt = annotator.startsWith('1') ? position < 0.65 : position >= 0.35;
      if (looksAt) tables[`bbox_coordinate_annotations_${annotator}.csv`].add(row);
    }
    const automatic = gold.graph.objects.find((object) => object.bbox_name === bbox_name);
    if (automatic)
      tables['auto_bbox_pipeline_coordinates_1000_images.txt'].add({ ...automatic, synsets: null, image_id });
  }
}

const zeros: Corners = [0, 0, 0, 0];

function corners(prefix: string, [x1, y1, x2, y2]: Corners): Record<string, string> {
  const values = { x1, y1, x2, y2, width: x2 - x1, height: y2 - y1 };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, float(value)]));
}

function coordinates(box: Corners): string {
  return pythonList(box.map(Math.round));
}

function addFinding(tables: GoldTables, pair: GoldPair, finding: GoldFinding, places: Places): void {
  const row = {
    patient_id: pair.patient.patient_id,
    study_id: pair.first.exam.study.study_id,
    image_id: dcm(pair.first),
    sent_loc: Number(finding.row_id.split('|')[1]),
    section: finding.section,
    row_id: finding.row_id,
    bbox: finding.bbox_name,
    relation: finding.relation === 'yes' ? 1 : 0,
    label_name: finding.label_name,
    context: finding.relation,
    categoryID: finding.category_id,
    sentence: finding.sentence,
  };
  tables['gold_attributes_relations_500pts_500studies1st.txt'].add(row);
  const box = places.get(finding.bbox_name);
  if (!box) return;
  tables['gold_object_attribute_with_coordinates.txt'].add({ ...row, coord_original: coordinates(box) });
}

function addComparison(
  tables: GoldTables,
  { patient, first, second }: GoldPair,
  { bbox_name, attributes, ...relation }: ReturnType<typeof goldComparisons>[number],
  [before, now]: readonly [Places, Places],
): void {
  const boxes = [now.get(bbox_name), before.get(bbox_name)];
  const [subject, object] = boxes;
  for (const attribute of attributes) {
    const row = {
      ...relation,
      patient_id: patient.patient_id,
      bbox: bbox_name,
      attribute,
      label_name: attribute.split('|')[2]!,
      current_image_id: second.image.dicom_id,
      previous_image_id: first.image.dicom_id,
    };
    tables['gold_comparison_relations_500pts_500studies2nd.txt'].add(row);
    if (!subject || !object) continue;
    tables['gold_object_comparison_with_coordinates.txt'].add({
      ...row,
      bbox_coord_224_subject: coordinates(toFrame(subject, frameOf(second.image))),
      bbox_coord_224_object: coordinates(toFrame(object, frameOf(first.image))),
      bbox_coord_original_subject: coordinates(subject),
      bbox_coord_original_object: coordinates(object),
    });
  }
}
