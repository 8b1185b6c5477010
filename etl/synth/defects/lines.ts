import { csvLine, type Field } from '../../csv.js';
import { headOf, type ListPath } from '../lists.js';
import { type ListDefect, type lineDefects, lineDefects as table } from './list_table.js';

/** The path is that of no image, and neither are the ids. */
const PATH = 'files/p10/p10000000/s50000000/absent.dcm';
const [PATIENT, STUDY] = [10_000_000, 50_000_000];

interface SplitRow {
  readonly subject_id?: Field;
  readonly study_id?: Field;
  readonly dicom_id?: Field;
}

function splitLine({ subject_id = PATIENT, study_id = STUDY, dicom_id = 'absent' }: SplitRow): string {
  return csvLine([0, subject_id, study_id, dicom_id, PATH, 'AP']);
}

/** A line of the sentences, its last field as given: quotes and all. */
function sentenceLine(sent_loc: Field, sentence: string): string {
  return `${[PATIENT, STUDY, sent_loc, `${STUDY}|${sent_loc}`, 'finalreport', sentence].join('\t')}\n`;
}

/** Lines of each fault, in the order in which they stand in their file. */
const lines: Record<keyof typeof lineDefects, string> = {
  row_without_image: splitLine({ dicom_id: null }),
  row_with_bad_patient: splitLine({ subject_id: 'unknown' }),
  id_with_fraction: splitLine({ study_id: '50000000.6', dicom_id: 'absent-1' }),
  padded_image_id: splitLine({ dicom_id: ' absent-2 ' }),
  image_id_with_suffix: splitLine({ dicom_id: 'absent-3.DCM' }),
  decimal_id: splitLine({ subject_id: '10000000.0', dicom_id: 'absent-4' }),
  surplus_field: splitLine({ dicom_id: 'absent-5' }).replace('\n', ',1\n'),
  missing_fields: csvLine([0, PATIENT, STUDY, 'absent-6']),
  blank_line: '  \n',
  lone_quote: sentenceLine(0, '"The lungs are clear.'),
  sentence_of_two_lines: sentenceLine(1, '"The ""tip"" is\n above the carina."'),
  tab_in_sentence: sentenceLine(2, 'The tip is\t3 cm above the carina.'),
  bad_bytes: sentenceLine(3, 'No \xe9panchement.'),
  number_mark: sentenceLine('nan', 'The heart is not enlarged.'),
  word_as_number: sentenceLine('last', 'The aorta is tortuous.'),
  crlf_line: sentenceLine(6, 'No pneumothorax.').replace('\n', '\r\n'),
  repeated_row: sentenceLine(6, 'No pneumothorax.'),
};

/** A further copy of a list, by a name that other copies have. */
export const COPY = {
  path: 'silver_dataset/splits/image_to_avoid.csv',
  text: headOf('silver_dataset/splits/images_to_avoid.csv'),
};

/** Faulty lines to append to lists: bytes, as not all of them are UTF-8. */
export function faultyLines(): Partial<Record<ListPath, Buffer>> {
  const texts: Partial<Record<ListPath, Buffer>> = {};
  for (const [name, { file }] of Object.entries<ListDefect>(table)) {
    const line = Buffer.from(lines[name as keyof typeof lines], 'latin1');
    texts[file as ListPath] = Buffer.concat([texts[file as ListPath] ?? Buffer.alloc(0), line]);
  }
  return texts;
}

/** What faulty lines add to the differences of lists and graphs: images and sentences of no study, those of them that load. */
export const ofFaultyLines = { listed_without_graph: 6, sentence_of_study_without_graph: 8 };
