import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../schema/ddl.js';
import type { ChosenSplit, Slice } from './format.js';

/** Images of a slice, unless a format asks for less or one patient alone has more. */
export const SLICE = 3000;

/** Greatest patient_id that a slice can end with. */
const LAST_PATIENT = 2 ** 31 - 1;

/** The slices of the chosen images of a split, or of all splits as one, in the order of their patients; neighbors touch. */
export async function slicesOf(
  connection: DuckDBConnection,
  split: ChosenSplit | undefined,
  most: number,
): Promise<readonly Slice[]> {
  const slices: Slice[] = [];
  const condition = split === undefined ? 'true' : `export_split = ${literal(split.name)}`;
  const read = await connection.runAndReadAll(
    `select patient_id, count(*)::integer from chosen_images where ${condition} group by patient_id order by patient_id`,
  );
  const rows = read.getRows() as [number, number][];
  const of = split ?? { name: '', images: rows.reduce((sum, [, count]) => sum + count, 0) };
  let [first, images, last] = [0, 0, 0];
  for (const [patient, count] of rows) {
    if (images > 0 && images + count > most) {
      slices.push({ split: of, firstPatient: first, lastPatient: last, images });
      [first, images] = [patient, 0];
    }
    images += count;
    last = patient;
  }
  if (images > 0) slices.push({ split: of, firstPatient: first, lastPatient: LAST_PATIENT, images });
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
