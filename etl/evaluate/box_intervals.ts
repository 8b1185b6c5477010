import type { DuckDBConnection } from '@duckdb/node-api';
import { type Bootstrap, intervalOfMean, type Part } from './bootstrap.js';
import type { Figure } from './figures.js';

/** By region, of each patient with boxes the sums and numbers behind the mean IoU and the share that was corrected. */
const boxesOfPatients = `select bbox_name, patient_id,
    coalesce(sum(iou order by image_id), 0)::double as iou_sum, count(iou)::integer as iou_n,
    (count(*) filter (is_corrected and presence <> 'neither'))::integer as corrected_sum,
    (count(*) filter (presence <> 'neither'))::integer as corrected_n
  from evaluation_boxes
  where not is_derived
  group by bbox_name, patient_id
  order by bbox_name, patient_id`;

interface PatientBoxes {
  readonly bbox_name: string;
  readonly patient_id: number | null;
  readonly iou_sum: number;
  readonly iou_n: number;
  readonly corrected_sum: number;
  readonly corrected_n: number;
}

/** Ends of the 95 % intervals of iou and corrected by region, over the patients whose boxes were annotated; none without draws. */
export async function boxIntervals(
  connection: DuckDBConnection,
  bootstrap: Bootstrap,
): Promise<ReadonlyMap<string, Figure>> {
  const regions = new Map<string, Figure>();
  if (bootstrap.draws === 0) return regions;
  const read = await connection.runAndReadAll(boxesOfPatients);
  const rows = read.getRowObjectsJson() as unknown as PatientBoxes[];
  const patients = new Set(rows.map(({ patient_id }) => patient_id));
  for (const name of new Set(rows.map(({ bbox_name }) => bbox_name))) {
    const own = rows.filter(({ bbox_name }) => bbox_name === name);
    const others = Array.from({ length: patients.size - own.length }, (): Part => ({ sum: 0, n: 0 }));
    const interval = (of: (row: PatientBoxes) => Part) =>
      intervalOfMean([...own.map(of), ...others], bootstrap);
    const [iou_low, iou_high] = interval((row) => ({ sum: row.iou_sum, n: row.iou_n }));
    const [corrected_low, corrected_high] = interval((row) => ({
      sum: row.corrected_sum,
      n: row.corrected_n,
    }));
    regions.set(name, { iou_low, iou_high, corrected_low, corrected_high });
  }
  return regions;
}
