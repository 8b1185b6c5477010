import type { IssueCode, QuarantineCode } from '../diagnostics/codes.js';
import { LIMITS } from '../limits.js';

/** Takes what is wrong with text tables: future rows of data_issues and of quarantine. */
export interface DiagnosticsSink {
  issue(code: IssueCode, location: string, detail: string): void;
  reject(code: QuarantineCode, source: string, line: number | null, message: string): void;
}

/** What is wrong with one text table, line by line. Details hold names, numbers and counts, never text of a field. */
export class FileDiagnostics {
  /** Rows that were not loaded. */
  rejected = 0;
  readonly #counts = new Map<string, number>();

  constructor(
    /** What messages call the file. */
    readonly name: string,
    readonly sink: DiagnosticsSink,
    /** Lines that are listed one by one for each code; of further ones their number. */
    readonly listed: number = LIMITS.diagnostics,
  ) {}

  /** About the file as a whole. */
  file(code: IssueCode, detail: string): void {
    this.sink.issue(code, this.name, detail);
  }

  /** A row that was loaded although it looks wrong. */
  changed(code: IssueCode, line: number, detail: string): void {
    if (this.#isListed(code)) this.sink.issue(code, this.name, `line ${line}: ${detail}`);
  }

  /** A row that was not loaded. */
  reject(code: QuarantineCode, line: number, message: string): void {
    this.rejected++;
    if (this.#isListed(`reject ${code}`)) this.sink.reject(code, this.name, line, message);
  }

  /** Adds how many further lines there were of each code. */
  finish(): void {
    for (const [key, count] of this.#counts) {
      if (count <= this.listed) continue;
      const rest = `${count - this.listed} further lines`;
      const code = key.replace('reject ', '');
      if (code === key) this.sink.issue(code as IssueCode, this.name, rest);
      else this.sink.reject(code as QuarantineCode, this.name, null, rest);
    }
  }

  #isListed(key: string): boolean {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count <= this.listed;
  }
}
