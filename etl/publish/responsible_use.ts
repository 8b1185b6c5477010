import type { BuildInfo } from '../warehouse/manifest.js';

/**
 * How the data came to be, what is known to be skewed in them and what they cannot say, in the terms of Croissant RAI 1.0: a
 * part of `croissant.json`. The figures are those of docs/limits.md.
 */
export function responsibleUse(build: BuildInfo): object {
  return {
    'rai:dataCollection': build.is_synthetic ? invented : collected,
    'rai:dataCollectionType': build.is_synthetic
      ? ['Others']
      : ['Document analysis', 'Secondary data analysis', 'Software collection'],
    'rai:dataCollectionMissingData': missing,
    'rai:dataPreprocessingProtocol': preprocessing,
    'rai:dataAnnotationProtocol': annotation,
    'rai:machineAnnotationTools': [
      'rules over the sentences of the reports, and a detector of anatomical regions, both by the authors of Chest ImaGenome',
    ],
    'rai:dataBiases': biases,
    'rai:dataLimitations': limitations,
    'rai:dataUseCases': [
      'Research on findings by region, their change between exams, and the grounding of reports; training and evaluation of models. Not for decisions about a patient.',
    ],
    'rai:personalSensitiveInformation': build.is_synthetic ? ['None: nothing is real.'] : [sensitive(build)],
    'rai:dataReleaseMaintenancePlan':
      'Built by its holder from a release. format_version in manifest.json is the version of the tables, columns and files; within a version nothing is renamed or removed.',
  };
}

const collected =
  'Reports and frontal chest X-rays of MIMIC-CXR, taken in routine care at one hospital and de-identified. The authors of Chest ImaGenome extracted findings and comparisons from the sentences of the reports by rules, located anatomical regions by a detector, and joined both to one scene graph per image; people annotated two exams each of 500 patients (gold). This warehouse has the graphs as tables and adds no observation.';

const invented =
  'Invented: every id, date, box, sentence and finding was drawn at random. Only form, vocabulary and frequencies follow the public documentation of Chest ImaGenome, the biases below included.';

const missing =
  'What no sentence mentions has no row: it may be absent, unseen, or not worth a word. Boxes are missing where detection failed, which is not at random. What could not be loaded is listed in the table quarantine, what looks wrong in data_issues.';

const preprocessing = [
  'Rows hold what the graphs hold, faults included: attribute strings and stringified lists are split into columns, nothing is imputed. Dates are shifted for each patient, by the source.',
];

const annotation =
  'By software, sentence by sentence; nobody has looked at most of the graphs. Gold tables, where the input has them, hold what people annotated.';

const biases = [
  'Default sides: a sentence without a side stands on both lungs, and one without a place on the lung as a whole, so that two affirmed lungs are no bilateral finding. side_stated and place_stated say what the sentence itself names.',
  'Comparisons: against 500 annotated reports the graphs hold 71.2 % of the changes that are mentioned (recall), at a precision of 98.5 %: a missing comparison is no stability.',
  'Preliminary reads: 2.5 % of the sentences stand in a preliminary read, which counts in report_findings and not in report_findings_final.',
  'Silence: reports deny what was asked for, so neither what is mentioned nor what is denied is a random choice.',
  'Repeated reports: 1.115 images per study share its report. Count studies, or patients.',
  'Population: one hospital in the United States, frontal views only.',
];

const limitations = [
  'Findings: precision 0.93 and recall 0.95 by sentence; by region between 0.62 and 1.00 (F1).',
  'Boxes are those of a detector; people have drawn only those of 1,000 gold images. They are stored as written: the view boxes says which are usable.',
  'Images of a comparison may be missing, later, of another patient, or the same: comparisons has a flag for each.',
  'A finding is what a report says, which is not what the image shows or the patient has.',
];

function sensitive({ with_text }: BuildInfo): string {
  const text = with_text
    ? 'free text of reports and reasons for exams'
    : 'no free text (built with --no-text)';
  return `De-identified health data of people: gender, age by decade, shifted dates, ${text}. No attempt to identify a person may be made.`;
}
