import type { DuckDBConnection } from '@duckdb/node-api';
import { usageError } from '../error.js';
import { literal } from '../schema/ddl.js';
import { didYouMean } from '../terminal/suggestion.js';
import type { ChosenSplit } from './format.js';
import { statementText } from './statement.js';

/** Which images an export is about. */
export interface CohortChoice {
  /** A condition over `cohort` that has been looked at; absent for all images. */
  readonly where?: string | undefined;
  /** Names of splits; empty for all. */
  readonly splits: readonly string[];
  /** Patients of the subset; absent for all. */
  readonly patients?: number | undefined;
}

/** `--subset`: the number of patients of a name such as 1000-patients. @throws UserError of wrong usage */
export function patientsOf(subset: string): number {
  const [, digits] = /^([1-9]\d{0,6})-patients$/.exec(subset) ?? [];
  if (digits !== undefined) return Number(digits);
  throw usageError(`--subset: expected a number of patients such as 1000-patients, found '${subset}'`);
}

/** The statement that makes `chosen_images`. */
export function chosenStatement({ where = 'true', splits, patients }: CohortChoice): string {
  return statementText('chosen_images', {
    condition: where,
    splits: splits.length === 0 ? 'true' : `export_split in (${splits.map(literal).join(', ')})`,
    patients: String(patients ?? null),
  });
}

/**
 * Chooses the images: makes the temporary relations `chosen_images` and `chosen`. Gives the splits that have some, by name.
 * @throws UserError of wrong usage where none is left, or a split is unknown; what DuckDB says of the condition
 */
export async function chooseImages(
  connection: DuckDBConnection,
  choice: CohortChoice,
): Promise<ChosenSplit[]> {
  await connection.run(chosenStatement(choice));
  await connection.run(statementText('chosen'));
  const counted = await connection.runAndReadAll(
    'select export_split, count(*)::integer from chosen_images group by export_split order by export_split',
  );
  const found = counted.getRows().map(([name, images]) => ({ name: String(name), images: Number(images) }));
  if (found.length > 0) return found;
  await assertSplitsKnown(connection, choice.splits);
  throw usageError(
    `export: expected at least one image, found none of the cohort that ${wordsOf(choice)}; ` +
      'look at what is there: imagenome sql DIR "select split, viewpoint, count(*) from cohort group by all"',
  );
}

async function assertSplitsKnown(connection: DuckDBConnection, splits: readonly string[]): Promise<void> {
  const read = await connection.runAndReadAll(
    'select distinct split from main.cohort where split is not null order by split',
  );
  const known = read.getRows().map(([split]) => String(split));
  const unknown = splits.find((split) => !known.includes(split) && split !== 'unlisted' && split !== 'all');
  if (unknown === undefined) return;
  const what =
    known.length > 0
      ? `one of ${[...known, 'unlisted'].join(', ')}`
      : 'no split, as this warehouse has no lists of splits';
  throw usageError(`--split: expected ${what}, found '${unknown}'${didYouMean(unknown, known)}`);
}

/** What a choice asks for, without its values. */
function wordsOf({ where, splits }: CohortChoice): string {
  const asked = [
    ...(splits.length > 0 ? [`is in ${splits.join(' or ')}`] : []),
    ...(where === undefined ? [] : ['meets --where']),
  ];
  return asked.length > 0 ? asked.join(' and ') : 'the warehouse has';
}
