import type { Citation } from './citation.js';

/** What differs between two citations. */
export interface Differences {
  /** True where both found the same rows. */
  readonly isSame: boolean;
  /** A line each: what, there, here. */
  readonly lines: readonly string[];
}

/** Compares a citation with an earlier one: the rows first, then what may explain a difference. */
export function compareCitations(there: Citation, here: Citation): Differences {
  const lines: string[] = [];
  const compare = (what: string, one: unknown, other: unknown) => {
    if (one !== other) lines.push(`${what}: ${one} there, ${other} here`);
  };
  compare('rows', there.rows, here.rows);
  compare('distinct keys', there.distinct_keys, here.distinct_keys);
  compare('keys', keyWords(there), keyWords(here));
  compare('SHA-256 of the keys', there.sha256, here.sha256);
  const isSame = lines.length === 0;
  compare('statement', squeezed(there.statement), squeezed(here.statement));
  compare('input fingerprint', there.warehouse.input_fingerprint, here.warehouse.input_fingerprint);
  compare('version', there.warehouse.version, here.warehouse.version);
  compare('format version', there.warehouse.format_version, here.warehouse.format_version);
  compare('DuckDB', there.warehouse.duckdb_version, here.warehouse.duckdb_version);
  for (const { name } of [...there.rules, ...here.rules.filter((rule) => !has(there, rule.name))]) {
    const [one, other] = [there, here].map(
      ({ rules }) => rules.find((rule) => rule.name === name)?.sha256 ?? 'absent',
    );
    compare(`rule ${name}`, one, other);
  }
  return { isSame, lines };
}

const has = ({ rules }: Citation, name: string) => rules.some((rule) => rule.name === name);
const squeezed = (sql: string) => sql.trim().replaceAll(/\s+/g, ' ');
const keyWords = ({ keys }: Citation) => keys.map(({ name, type }) => `${name} ${type}`).join(', ');
