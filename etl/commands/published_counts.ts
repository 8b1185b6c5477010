import { publishedCounts } from '../evaluate/published_counts.js';
import type { Screen } from '../terminal/screen.js';
import { fitTable } from '../terminal/table.js';
import { type CheckResult, resultOf } from '../verify/finding.js';
import { withWarehouse } from './warehouse.js';

/** A row of the view published_counts. */
export interface CountRow {
  readonly count_name: string;
  readonly theirs: number;
  readonly ours: number | null;
  readonly difference: number | null;
  readonly reason: string;
}

/** What others have published, next to what a warehouse has. */
export interface PublishedCheck extends CheckResult {
  readonly counts: readonly CountRow[];
}

const SYNTHETIC = 'not applicable: the release is synthetic';

/** Compares a warehouse with the published counts. Of a synthetic release nothing is computed, as nothing is to be compared. */
export async function checkPublishedCounts(folder: string): Promise<PublishedCheck> {
  const counts = await withWarehouse(folder, async ({ connection, manifest }) => {
    if (manifest.build.is_synthetic) return notApplicable();
    const rows = await connection.runAndReadAll(
      'select count_name, theirs, ours, difference, reason from published_counts',
    );
    return rows.getRowObjectsJson() as unknown as CountRow[];
  });
  const findings = counts.filter(({ reason }) => reason === 'unexplained');
  const check = {
    name: 'published_counts',
    title: 'Published counts that this warehouse has not, for no known reason',
    severity: 'warning',
    advice:
      'See the view reconciliation, and whether the input is whole: its files and their sizes are in input_files.',
  } as const;
  const said = findings.map(({ count_name, theirs, ours }) => ({
    subject: count_name,
    expected: String(theirs),
    found: String(ours),
  }));
  return { ...resultOf(check, said), counts };
}

function notApplicable(): CountRow[] {
  return publishedCounts.flatMap(({ counts }) =>
    counts.map(({ count_name, theirs }) => ({
      ...{ count_name, theirs, ours: null, difference: null, reason: SYNTHETIC },
    })),
  );
}

/** The counts as a table, or one line where none of them is applicable. */
export function publishedLines({ counts }: PublishedCheck, screen: Screen): string {
  if (counts.every(({ reason }) => reason === SYNTHETIC)) {
    return `${counts.length} published counts: ${SYNTHETIC}\n`;
  }
  const number = (value: number | null) => (value === null ? '' : String(Number(value.toPrecision(12))));
  const rows = counts.map(({ count_name, theirs, ours, reason }) => [
    count_name,
    number(theirs),
    number(ours),
    reason,
  ]);
  return fitTable(['published count', 'theirs', 'ours', 'reason'], rows, (i) => i === 1 || i === 2, screen)
    .text;
}
