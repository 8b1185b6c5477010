import { publishedCounts } from '../evaluate/published_counts.js';
import type { Screen } from '../terminal/screen.js';
import { listTable } from '../terminal/table.js';
import { wrapped } from '../terminal/wrap.js';
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
    const found = new Map(
      (rows.getRowObjectsJson() as unknown as CountRow[]).map((row) => [row.count_name, row]),
    );
    return publishedCounts.flatMap((one) => one.counts.map(({ count_name }) => found.get(count_name)!));
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

/** The counts as a table for each reason, or one line where none of them is applicable. */
export function publishedLines({ counts }: PublishedCheck, screen: Screen): string {
  if (counts.every(({ reason }) => reason === SYNTHETIC)) {
    return `${counts.length} published counts: ${SYNTHETIC}\n`;
  }
  const number = (value: number | null) => (value === null ? '' : String(Number(value.toPrecision(8))));
  const reasons = [...new Set(counts.map(({ reason }) => reason))];
  return reasons
    .map((reason) => {
      const rows = counts
        .filter((row) => row.reason === reason)
        .map(({ count_name, theirs, ours }) => [number(theirs), number(ours), count_name]);
      const heading = wrapped(`Published counts: ${reason}`, screen.columns).join('\n');
      return `${heading}\n${listTable(['theirs', 'ours', 'count'], rows, (i) => i < 2, screen)}`;
    })
    .join('\n');
}
