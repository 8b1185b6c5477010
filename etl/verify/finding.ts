/** One thing that is not as it should be, in words for people: names, counts and ids, never report text. */
export interface Finding {
  /** A file, a table, a view, a key of the manifest. */
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
}

/** What a check found: no row when all is well. */
export interface CheckResult {
  readonly name: string;
  /** What it looks for. */
  readonly title: string;
  /** A warning says that something deserves a look; an error that the warehouse is not as it was published. */
  readonly severity: 'error' | 'warning';
  /** Number of rows, files or other things that it found. */
  readonly rows: number;
  /** The first of them. */
  readonly findings: readonly Finding[];
  /** What to do about them. */
  readonly advice: string;
}

/** Findings that are listed one by one. */
const LISTED = 10;

/** The result of a check that found these. */
export function resultOf(
  check: Pick<CheckResult, 'name' | 'title' | 'advice'> & Partial<Pick<CheckResult, 'severity'>>,
  findings: readonly Finding[],
): CheckResult {
  return { severity: 'error', ...check, rows: findings.length, findings: findings.slice(0, LISTED) };
}

/** `subject: expected …, found …`. */
export function sentenceOf({ subject, expected, found }: Finding): string {
  return `${subject}: expected ${expected}, found ${found}`;
}
