import { posix } from 'node:path';

/** Names of the files of a warehouse, below its folder. */
export const DATABASE = 'imagenome.duckdb';
export const MANIFEST = 'manifest.json';
export const CHUNKS = 'chunks.json';
export const CHECKSUMS = 'SHA256SUMS.txt';
export const NOTICE = 'NOTICE.txt';
export const README = 'README.md';
export const DATAPACKAGE = 'datapackage.json';
export const CROISSANT = 'croissant.json';
export const ATTACH = 'attach.sql';

/** The files that say of what kind a folder is that is published as a whole: a warehouse, a shard, an export. */
export const RECORDS: readonly string[] = [MANIFEST, 'shard.json', 'export.json'];

/** Folder of the Parquet files, below the folder of the warehouse. */
export const PARQUET = 'parquet';

/** `format` of a manifest: says that a folder is a warehouse of this project. */
export const FORMAT = 'chest-imagenome-warehouse';

/** Version of the tables, columns and files: that of docs/contract.md. */
export const FORMAT_VERSION = 2;

/** The partition that a patient belongs to: MIMIC-CXR's own tree, p10 … p19. */
export function patientGroup(patientId: number): string {
  return `p${String(patientId).slice(0, 2)}`;
}

/**
 * Path of a part below the warehouse, e.g. parquet/images/patient_group=p10/part-0.parquet. Where a group has more than ten
 * they are part-00, part-01, …, so that readers who sort names have the rows in order.
 * @param part number of the part within its group, from 0
 * @param parts number of parts of the group
 */
export function partPath(
  table: string,
  { patient_group, part, parts }: { patient_group: string; part: number; parts: number },
): string {
  const number = String(part).padStart(String(parts - 1).length, '0');
  return posix.join(PARQUET, table, `patient_group=${patient_group}`, `part-${number}.parquet`);
}

/** Path of a part of a stored view, e.g. parquet/derived/cohort/patient_group=p10/part-0.parquet. */
export function derivedPartPath(view: string, place: Parameters<typeof partPath>[1]): string {
  return partPath(posix.join('derived', view), place);
}

/** Path of a small table below the warehouse, e.g. parquet/regions.parquet. */
export function smallTablePath(table: string): string {
  return posix.join(PARQUET, `${table}.parquet`);
}
