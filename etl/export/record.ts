import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildInfo } from '../warehouse/manifest.js';
import type { FolderKind } from '../warehouse/output_folder.js';
import type { ChosenSplit } from './format.js';
import type { Figure } from './run.js';

/** Name of the file that says what an export holds. */
export const RECORD = 'export.json';

/** `format` of that file: says that a folder is an export of this project. */
const FORMAT = 'chest-imagenome-export';

/** What an export holds, and from what it was made: nothing of it depends on the clock or the machine. */
export interface ExportRecord {
  readonly format: typeof FORMAT;
  readonly export: string;
  /** The command line that makes it again, without the paths. */
  readonly command: string;
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly where: string | null;
  readonly subset: string | null;
  /** True where every image of the warehouse was chosen. */
  readonly is_all: boolean;
  readonly splits: readonly ChosenSplit[];
  readonly figures: readonly Figure[];
  readonly warehouse: Pick<
    BuildInfo,
    'version' | 'duckdb_version' | 'input_fingerprint' | 'with_text' | 'is_synthetic'
  >;
  /** Files; many small ones of one kind as one, with how many there are. */
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly files?: number;
  }[];
}

/** What is the same in every record. */
export const recordFormat = { format: FORMAT } as const;

/** A folder that an export may replace: an earlier export. */
export const exportKind: FolderKind = {
  earlier: 'an earlier export',
  isOurs(folder) {
    try {
      return JSON.parse(readFileSync(join(folder, RECORD), 'utf8')).format === FORMAT;
    } catch {
      return false;
    }
  },
};
