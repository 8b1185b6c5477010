/** A SELECT that returns the rows which should not exist. */
export interface Check {
  readonly name: string;
  readonly title: string;
  /** An error ends a build; a warning is only shown. */
  readonly severity: 'error' | 'warning';
  /** `check`: costs too much for every build, only done by `imagenome check`. */
  readonly scope: 'build' | 'check';
  /** Tables without which it is left out. */
  readonly needs: readonly string[];
  readonly sql: string;
}
