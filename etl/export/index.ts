import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { usageError } from '../error.js';
import { noticeText } from '../publish/notice.js';
import { finishFile } from '../warehouse/files.js';
import { NOTICE, README } from '../warehouse/layout.js';
import type { BuildInfo } from '../warehouse/manifest.js';
import { type CohortChoice, chooseImages, chosenStatement } from './cohort.js';
import type { ExportFormat, FormatValues } from './format.js';
import { readmeText } from './readme.js';
import { type ExportRecord, RECORD, recordFormat } from './record.js';
import { FolderRun } from './run.js';

/** What is exported, and where to. */
export interface ExportOptions {
  readonly format: ExportFormat;
  readonly values: FormatValues;
  readonly choice: CohortChoice;
  /** Explains what goes wrong while the images are chosen. */
  readonly choosing: <T>(work: () => Promise<T>) => Promise<T>;
  /** As it was given, e.g. 1000-patients; '' without one. */
  readonly subset: string;
  readonly build: BuildInfo;
  readonly connection: DuckDBConnection;
  /** An empty folder. */
  readonly folder: string;
  /** Called with the images that are done, of all. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Writes an export into a folder: its files, what describes them, and the notice.
 * @throws UserError of wrong usage where the warehouse cannot give what is asked for
 */
export async function writeExport(options: ExportOptions): Promise<ExportRecord> {
  const { format, values, choice, subset, build, connection, folder, onProgress } = options;
  if (format.textUse(values) === 'required' && !build.with_text) {
    throw usageError(
      `export ${format.name}: expected a warehouse with text of reports, found one that was built with --no-text; ` +
        `${format.withoutText ?? 'choose another format'}, or build it again without that option`,
    );
  }
  const splits = await options.choosing(() => chooseImages(connection, choice));
  const run = new FolderRun({ connection, folder, values, build, splits, subset, onProgress });
  await format.write(run);
  await run.finish();
  const images = splits.reduce((sum, split) => sum + split.images, 0);
  const [{ all } = { all: 0 }] = await run.all('select count(*)::integer as "all" from main.images');
  const { version, duckdb_version, input_fingerprint, with_text, is_synthetic } = build;
  const record: ExportRecord = {
    ...recordFormat,
    export: format.name,
    command: commandWords(format, values, choice, subset),
    options: values,
    where: choice.where ?? null,
    subset: subset || null,
    is_all: images === Number(all),
    splits,
    figures: run.figures,
    warehouse: { version, duckdb_version, input_fingerprint, with_text, is_synthetic },
    files: [...run.files, ...run.smallFiles()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  const described: [name: string, text: string][] = [
    [NOTICE, noticeText(is_synthetic, 'export')],
    [README, readmeText({ format, values, record, chosen: chosenStatement(choice) })],
    [RECORD, `${JSON.stringify(record, null, 2)}\n`],
  ];
  for (const [name, text] of described) {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    await finishFile(folder, name);
  }
  return record;
}

/** The command line that makes it again, without paths. */
function commandWords(
  format: ExportFormat,
  values: FormatValues,
  choice: CohortChoice,
  subset: string,
): string {
  const own = format.options.flatMap(({ name, words, unless }) => {
    const value = values[name];
    if (words === undefined) return value === true ? [`--${name}`] : [];
    return value === unless ? [] : [`--${name} ${value}`];
  });
  const words = [
    ...own,
    ...choice.splits.map((split) => `--split ${split}`),
    ...(subset ? [`--subset ${subset}`] : []),
    ...(choice.where === undefined ? [] : ['--where …']),
  ];
  return ['imagenome export', format.name, 'DIR --out PATH', ...words].join(' ');
}
