import type { Section } from '../figure.js';
import { boxes } from './boxes.js';
import { changes } from './changes.js';
import { contents } from './contents.js';
import { diagnostics } from './diagnostics.js';
import { evaluation } from './evaluation.js';
import { findings } from './findings.js';
import { patient } from './patient.js';
import { people } from './people.js';
import { reconciliation } from './reconciliation.js';
import { timelines } from './timelines.js';

/** The sections of the page in their order; that of one patient only where one was asked for. */
export function sectionsOf(hasPatient: boolean): Section[] {
  const all = [
    contents,
    reconciliation,
    people,
    findings,
    changes,
    timelines,
    boxes,
    diagnostics,
    evaluation,
  ];
  return hasPatient ? [...all, patient] : all;
}
