import type { Patient } from './patient.js';
import { Random, streams } from './random.js';
import { drawReport, type Report } from './report/report.js';
import type { Study } from './study.js';

/** A study with a graph, and the one before it that comparisons refer to. */
export interface Exam {
  readonly patient: Patient;
  readonly study: Study;
  readonly previous: Study | null;
  readonly report: Report;
}

/** The studies of a patient, each with its report. */
export function drawExams(seed: number, patient: Patient): Exam[] {
  let previous: Study | null = null;
  return patient.studies.map((study) => {
    const random = new Random(seed, streams.report, patient.index, study.order);
    const exam = { patient, study, previous, report: drawReport(random, patient.gender, previous !== null) };
    if (study.images.some(({ has_graph }) => has_graph)) previous = study;
    return exam;
  });
}
