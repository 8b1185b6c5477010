import rows from './published_counts.json' with { type: 'json' };
import tables from './published_tables.json' with { type: 'json' };

/** A number that somebody published of the real release. */
export interface PublishedCount {
  readonly count_name: string;
  readonly theirs: number;
  /** How far ours may be from it: what rounding takes. */
  readonly tolerance: number;
  /** Ours may be greater. */
  readonly isLeast: boolean;
}

/** Published numbers of one source, and the statement that gives ours. */
export interface PublishedCounts {
  readonly source: string;
  /** A: counted on the real release, and consistent · B: from a paper · C: doubtful · page: on the dataset's page. */
  readonly confidence: string;
  /** Optional tables that the statement reads. */
  readonly needs: readonly string[];
  /** Why ours may differ, or why there is none. */
  readonly known: string | undefined;
  /** One value, or rows of count_name and ours where it gives several; undefined where nothing of a warehouse gives it. */
  readonly sql: string | undefined;
  readonly counts: readonly PublishedCount[];
}

interface Row {
  readonly source: string;
  readonly confidence: string;
  readonly needs: readonly string[];
  readonly known?: string;
  readonly sql: string | null;
  readonly counts?: readonly {
    readonly count_name: string;
    readonly theirs: number;
    readonly tolerance?: number;
    readonly is_least?: boolean;
  }[];
  readonly table?: string;
  readonly prefix?: string;
  readonly keys?: readonly string[];
  readonly tolerances?: Readonly<Record<string, number>>;
}

/** Every published number, by source and statement; those of the page's tables are those that `imagenome evaluate` shows. */
export const publishedCounts: readonly PublishedCounts[] = (rows as readonly Row[]).map(
  ({ known, sql, source, confidence, needs, ...row }) => ({
    ...{ source, confidence, needs, known, sql: sql ?? undefined },
    counts: row.table === undefined ? countsOf(row.counts ?? []) : countsOfTable(row),
  }),
);

function countsOf(counts: NonNullable<Row['counts']>): PublishedCount[] {
  return counts.map(({ count_name, theirs, tolerance = 0, is_least: isLeast = false }) => ({
    ...{ count_name, theirs, tolerance, isLeast },
  }));
}

function countsOfTable({ table, prefix, keys = [], tolerances = {} }: Partial<Row>): PublishedCount[] {
  const figures = tables[table as keyof typeof tables] as readonly Readonly<Record<string, unknown>>[];
  return figures.flatMap((figure) =>
    Object.entries(tolerances).flatMap(([measure, tolerance]) => {
      const theirs = figure[measure];
      if (typeof theirs !== 'number') return [];
      const count_name = [prefix, ...keys.map((key) => figure[key]), measure].join(', ');
      return [{ count_name, theirs, tolerance, isLeast: false }];
    }),
  );
}
