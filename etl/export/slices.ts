import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../schema/ddl.js';
import type { ChosenSplit, Slice } from './format.js';

/** Images of a slice, unless one patient alone has more. */
const SLICE = 8000;

/** Greatest patient_id that a slice can end with. */
const LAST_PATIENT = 2 ** 31 - 1;

/** The slices of the chosen images, split by split, in the order of their patients; neighbors touch. */
export async function slicesOf(
  connection: DuckDBConnection,
  splits: readonly ChosenSplit[],
): Promise<readonly Slice[]> {
  const slices: Slice[] = [];
  for (const split of splits) {
    const read = await connection.runAndReadAll(
      `select patient_id, count(*)::integer from chosen_images where export_split = ${literal(split.name)} group by patient_id order by patient_id`,
    );
    let [first, images, last] = [0, 0, 0];
    for (const [patient, count] of read.getRows() as [number, number][]) {
      if (images > 0 && images + count > SLICE) {
        slices.push({ split, firstPatient: first, lastPatient: last, images });
        [first, images] = [patient, 0];
      }
      images += count;
      last = patient;
    }
    if (images > 0) slices.push({ split, firstPatient: first, lastPatient: LAST_PATIENT, images });
  }
  return slices;
}

/** Makes a slice the one that `chosen` has. */
export async function enterSlice(
  connection: DuckDBConnection,
  { split, firstPatient, lastPatient }: Pick<Slice, 'split' | 'firstPatient' | 'lastPatient'>,
): Promise<void> {
  await connection.run(`set variable export_split = ${literal(split.name)}`);
  await connection.run(`set variable first_patient = ${firstPatient}`);
  await connection.run(`set variable last_patient = ${lastPatient}`);
}
