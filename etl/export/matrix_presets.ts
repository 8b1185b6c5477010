import { reportLabelColumn, reportLabels } from '../schema/report_labels.js';
import { findingClasses } from '../synth/finding_classes.js';
import { labels, regions } from '../vocabulary/index.js';
import { snakeCase } from './snake_case.js';

/** A finding of a matrix, and the labels of the graphs that count for it. */
export interface MatrixFinding {
  /** Name of its column, or the last part of it. */
  readonly column: string;
  readonly name: string;
  readonly labels: readonly string[];
  /** Labels of which `no` counts as yes, and yes as no. */
  readonly inverse?: readonly string[];
}

/** What `--preset` stands for. */
export interface MatrixPreset {
  readonly findings: readonly MatrixFinding[];
  /** Regions where `--regions` says nothing else. */
  readonly regions: MatrixRegions;
  readonly rule: 'last_mention' | 'any_yes';
  /** True where a column No Finding is worked out. */
  readonly hasNoFinding: boolean;
}

/** Presets of regions; `whole` is the image as one. */
export type MatrixRegions = '18' | '26' | '29' | '36' | 'whole';

const finding = (name: string): MatrixFinding => ({ column: snakeCase(name), name, labels: [name] });

const cues = ['temporal', 'severity', 'laterality'];

const anaxnet = labels
  .filter(({ in_anaxnet_9 }) => in_anaxnet_9)
  .map(({ label_name }) => finding(label_name));

/** What MedVQA keeps: all but temporal, severity and laterality, normal as the inverse of abnormal. */
const medvqa = [
  ...new Set(
    labels
      .filter(({ category_id }) => !cues.includes(category_id))
      .map(({ label_name }) => label_name)
      .filter((name) => name !== 'normal'),
  ),
].map((name) => (name === 'abnormal' ? { ...finding(name), inverse: ['normal'] } : finding(name)));

/** The fourteen classes of the CheXpert labeler, by the crosswalk that docs/exports.md lists. */
const chexpert = reportLabels.map((name) => ({
  column: reportLabelColumn(name),
  name,
  labels: findingClasses[name]!,
}));

/** The presets, by the word of `--preset`. */
export const matrixPresets: Readonly<Record<string, MatrixPreset>> = {
  anaxnet: { findings: anaxnet, regions: '18', rule: 'last_mention', hasNoFinding: false },
  medvqa: { findings: medvqa, regions: '36', rule: 'any_yes', hasNoFinding: false },
  'chexpert-14': { findings: chexpert, regions: '29', rule: 'last_mention', hasNoFinding: true },
};

const keys = { '18': 'in_anaxnet_18', '26': 'in_gold_26', '29': 'in_29', '36': 'has_bbox' } as const;

/** Names of the regions of a preset, sorted; of `whole` the one name image. */
export function regionNames(which: MatrixRegions): string[] {
  if (which === 'whole') return ['image'];
  return regions
    .filter((region) => region[keys[which]])
    .map(({ bbox_name }) => bbox_name)
    .sort();
}
