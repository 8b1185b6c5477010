import type { Patient } from './patient.js';
import { Random, streams } from './random.js';
import { drawReport, type Report } from './report/report.js';
import { hasGraph, type Study } from './study.js';

/** A study with its report, and the study with a graph that comparisons refer to. */
export interface Exam {
  readonly patient: Patient;
  readonly study: Study;
  readonly previous: Study | null;
  readonly report: Report;
}

/** The studies of a patient, each with its report and the study that its graphs compare it with. */
export function drawExams(seed: number, patient: Patient): Exam[] {
  let previous: Study | null = null;
  return patient.studies.map((study, i) => {
    const random = new Random(seed, streams.report, patient.index, study.order);
    const report = drawReport(random, patient.gender, previous !== null);
    const later = study.isComparedWithLater ? patient.studies.slice(i + 1).find(hasGraph) : undefined;
    const exam = { patient, study, previous: previous && (later ?? previous), report };
    if (hasGraph(study)) previous = study;
    return exam;
  });
}
