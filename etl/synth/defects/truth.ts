import type { IssueCode, QuarantineCode } from '../../diagnostics/codes.js';
import type { Cohort } from '../cohort.js';
import { copyDefects, type ListDefect, type ListDefectName, lineDefects, listDefects } from './list_table.js';
import { countMissingGraphs, type DefectPlan } from './plan.js';
import { type DefectName, defects } from './table.js';

/** What is wrong in a release on purpose, and what that leads to in a build. */
export interface DefectCounts {
  /** Graphs, rows or files with each fault. `missing_graph`: rows of the splits whose image has no graph. */
  readonly defects: Partial<Record<DefectName | ListDefectName | 'missing_graph', number>>;
  /** Rows of `quarantine` and of `data_issues` by code. */
  readonly quarantine: Partial<Record<QuarantineCode, number>>;
  readonly data_issues: Partial<Record<IssueCode, number>>;
}

/** Counts the faults of a release; `withLists`: the lists have theirs, too. */
export function countDefects(cohort: Cohort, { faults }: DefectPlan, withLists: boolean): DefectCounts {
  const counts: DefectCounts = {
    defects: { missing_graph: countMissingGraphs(cohort) },
    quarantine: {},
    data_issues: {},
  };
  for (const name of faults.values()) count(counts, name, defects.get(name)!);
  if (!withLists) return counts;
  const planted = cohort.gold.size > 0 ? listDefects : { ...lineDefects, ...copyDefects };
  for (const [name, defect] of Object.entries<ListDefect>(planted)) {
    count(counts, name as ListDefectName, defect);
  }
  return counts;
}

function count(
  counts: DefectCounts,
  name: keyof DefectCounts['defects'],
  { quarantine, issue }: Pick<ListDefect, 'quarantine' | 'issue'>,
): void {
  add(counts.defects, name);
  if (quarantine) add(counts.quarantine, quarantine);
  if (issue) add(counts.data_issues, issue);
}

function add<K extends string>(counts: Partial<Record<K, number>>, name: K): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
