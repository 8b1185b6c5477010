import type { DuckDBConnection } from '@duckdb/node-api';
import { type Bootstrap, intervalsOf } from './bootstrap.js';
import { measuresOf, type Outcomes } from './measures.js';

/** Figures of one group of relations: its columns, then counts, measures and the ends of their 95 % intervals. */
export type Figure = Readonly<Record<string, string | number | null>>;

interface Counted extends Outcomes {
  readonly patient_id: number | null;
}

/**
 * Counts outcomes of an evaluation view by `groups`, sorted by them, with measures and intervals over the patients of the view.
 * @param rows a select with the columns of `groups`, patient_id and outcome; an unnested one may count a relation in several groups
 */
export async function figuresOf(
  connection: DuckDBConnection,
  rows: string,
  groups: readonly string[],
  bootstrap: Bootstrap,
): Promise<Figure[]> {
  const by = groups.join(', ');
  const counted = await connection.runAndReadAll(
    `select ${by}, patient_id,
      count(*) filter (outcome = 'tp')::integer as tp,
      count(*) filter (outcome = 'fp')::integer as fp,
      count(*) filter (outcome = 'fn')::integer as fn
    from (${rows}) group by ${by}, patient_id order by ${by}, patient_id`,
  );
  const perGroup = new Map<string, (Counted & Record<string, string | null>)[]>();
  const all = new Set<number | null>();
  for (const row of counted.getRowObjectsJson() as (Counted & Record<string, string | null>)[]) {
    const key = JSON.stringify(groups.map((name) => row[name]));
    perGroup.set(key, [...(perGroup.get(key) ?? []), row]);
    all.add(row.patient_id);
  }
  return [...perGroup.values()].map((patients) => {
    const named = Object.fromEntries(groups.map((name) => [name, patients[0]![name]!]));
    const others = Array.from({ length: all.size - patients.length }, () => ({ tp: 0, fp: 0, fn: 0 }));
    return { ...named, ...figureOf([...patients, ...others], bootstrap) };
  });
}

function figureOf(patients: readonly Outcomes[], bootstrap: Bootstrap): Figure {
  const sum = (name: keyof Outcomes) => patients.reduce((total, outcomes) => total + outcomes[name], 0);
  const outcomes = { tp: sum('tp'), fp: sum('fp'), fn: sum('fn') };
  const figure = { annotations: outcomes.tp + outcomes.fn, ...outcomes, ...measuresOf(outcomes) };
  if (bootstrap.draws === 0) return figure;
  const ends = Object.entries(intervalsOf(patients, bootstrap)).flatMap(([name, [low, high]]) => [
    [`${name}_low`, low],
    [`${name}_high`, high],
  ]);
  return { ...figure, ...Object.fromEntries(ends) };
}
