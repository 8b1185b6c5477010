import { csvLine, type Field } from '../csv.js';
import type { Exam } from './exam.js';
import { type ListPath, lists, RDF, type TablePath } from './lists.js';
import { chexpertRow, negbioRow } from './mimic/labels.js';
import { metadataRow } from './mimic/metadata.js';
import { splitOf, splitRow } from './mimic/split.js';
import type { Patient } from './patient.js';
import { rdfEdges } from './rdf/edges.js';
import { isFrontal } from './study.js';

/** Lines of the lists, to be appended to them. */
export class ListLines {
  readonly texts: Partial<Record<ListPath, string>> = {};
  readonly rows: Partial<Record<ListPath, number>> = {};
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Adds all rows of a patient. `firstFrontal` is the number of frontal images before. */
  addPatient(patient: Patient, exams: readonly Exam[], isGold: boolean, firstFrontal: number): void {
    let index = firstFrontal;
    const split = splitOf(this.#seed, patient);
    for (const exam of exams) {
      this.#addStudy(exam);
      for (const image of exam.study.images) {
        const { patient_id } = patient;
        const { study } = exam;
        const row = [
          ...[patient_id, study.study_id, image.dicom_id],
          ...[`${pathOf(exam)}/${image.dicom_id}.dcm`, image.view],
        ];
        this.#add('utils/cxr-record-list_view.csv', row);
        const metadata = metadataRow(patient_id, study, image);
        this.#add('mimic-cxr-2.0.0-metadata.csv', metadata);
        this.#add('mimic-cxr-jpg/mimic-cxr-2.0.0-metadata.csv.gz', metadata);
        this.#add('mimic-cxr-jpg/mimic-cxr-2.0.0-split.csv.gz', splitRow(patient_id, study, image, split));
        if (!isFrontal(image)) continue;
        if (isGold) this.#add('silver_dataset/splits/images_to_avoid.csv', row);
        else if (patient.split) this.#add(`silver_dataset/splits/${patient.split}.csv`, [index, ...row]);
        index++;
      }
    }
  }

  /** Adds the edges of a study, one key of the RDF object. */
  addRdf(exam: Exam): void {
    this.#append(RDF, `,\n"${exam.study.study_id}": ${JSON.stringify(rdfEdges(exam))}`);
  }

  #addStudy(exam: Exam): void {
    const { patient, study, report } = exam;
    this.#add('utils/cxr-study-list_v2.csv', [
      ...[patient.patient_id, study.study_id, `${pathOf(exam)}.txt`, patient.gender, study.age_decile],
    ]);
    for (const { sent_loc, section, text } of report.sentences) {
      const ids = [patient.patient_id, study.study_id, sent_loc, `${study.study_id}|${sent_loc}`];
      this.#add('silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt', [...ids, section, text]);
    }
    this.#add('mimic-cxr-jpg/mimic-cxr-2.0.0-chexpert.csv.gz', chexpertRow(exam));
    this.#add('mimic-cxr-jpg/mimic-cxr-2.0.0-negbio.csv.gz', negbioRow(this.#seed, exam));
  }

  #add(path: TablePath, row: readonly Field[]): void {
    this.#append(path, csvLine(row, lists[path].delimiter));
  }

  #append(path: ListPath, text: string): void {
    this.texts[path] = (this.texts[path] ?? '') + text;
    this.rows[path] = (this.rows[path] ?? 0) + 1;
  }
}

function pathOf({ patient: { patient_id }, study }: Exam): string {
  return `files/p${String(patient_id).slice(0, 2)}/p${patient_id}/s${study.study_id}`;
}
