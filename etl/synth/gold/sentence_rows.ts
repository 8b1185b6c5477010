import type { GoldImage, GoldPair } from './pair.js';
import type { GoldTables } from './tables.js';

/** Adds all sentences of the report of an annotated image. */
export function addSentences(tables: GoldTables, { patient }: GoldPair, { exam, image }: GoldImage): void {
  const { study, report } = exam;
  for (const { sent_loc, section, text } of report.sentences) {
    tables['gold_all_sentences_500pts_1000studies.txt'].add({
      patient_id: patient.patient_id,
      study_id: study.study_id,
      image_id: `${image.dicom_id}.dcm`,
      sent_loc,
      section,
      sentence: text,
      row_id: `${study.study_id}|${sent_loc}`,
    });
  }
}
