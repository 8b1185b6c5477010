import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { EXIT, usageError } from '../error.js';
import { patientsOf } from '../export/cohort.js';
import { writeExport } from '../export/index.js';
import { type ExportRecord, exportKind } from '../export/record.js';
import { Staging } from '../publish/staging.js';
import type { Command, Values } from './command.js';
import { assertCondition, withCondition } from './condition.js';
import { explainExportError } from './export_error.js';
import { exportHelp } from './export_help.js';
import { allOptions, formatOf, valuesOf } from './export_options.js';
import { exportProgress } from './export_progress.js';
import { count, counted, size } from './format.js';
import { memorySize } from './options.js';
import { assertWarehouse, DEFAULT_WAREHOUSE, withWarehouse } from './warehouse.js';

/** What DuckDB may take of memory unless an option says so; what does not fit goes to a private folder below TMPDIR. */
const MEMORY = '420MB';

const command: Command = {
  help: exportHelp(MEMORY),
  options: allOptions(),
  async run(values, positionals, io) {
    const [name, folder = DEFAULT_WAREHOUSE, ...others] = positionals;
    const format = formatOf(name);
    if (others.length > 0) {
      throw usageError(
        `export: expected FORMAT and DIR, found ${positionals.length} words; put a condition in quotes behind --where`,
      );
    }
    const own = valuesOf(format, values);
    const out = String(values.out ?? '');
    if (out === '') throw usageError('export: expected --out PATH, found none; it names a new folder');
    const subset = String(values.subset ?? '');
    const patients = values.subset === undefined ? undefined : patientsOf(subset);
    const where = values.where === undefined ? undefined : String(values.where);
    const splits = splitsOf(values);
    const memoryLimit = memorySize(values) ?? MEMORY;
    await assertWarehouse(folder);
    assertApart(out, folder);
    const progress = exportProgress(io);
    try {
      await using staging = await Staging.open(out, { kind: exportKind, sources: [folder] });
      const record = await withWarehouse(
        folder,
        async ({ connection, manifest }) => {
          if (where !== undefined) await assertCondition(connection, where);
          return writeExport({
            ...{ format, values: own, subset, connection },
            choice: { where, splits, patients },
            choosing: (work) => withCondition(where, work),
            build: manifest.build,
            folder: staging.folder,
            onProgress: values.quiet || values.json ? () => {} : progress.onProgress,
          });
        },
        { memoryLimit, threads: format.threads, folders: [staging.folder] },
      );
      await staging.publish();
      progress.end();
      io.out.write(values.json ? `${JSON.stringify({ out, ...record })}\n` : summary(out, record));
      return EXIT.done;
    } catch (error) {
      progress.end();
      throw explainExportError(error, out);
    }
  },
};

export default command;

/** `--split train --split valid`, or `--split train,valid`. */
function splitsOf({ split }: Values): string[] {
  const words = ((split ?? []) as string[]).flatMap((word) => word.split(',')).map((word) => word.trim());
  if (words.includes(''))
    throw usageError('--split: expected the name of a split, such as train, found nothing');
  return [...new Set(words)].sort();
}

/** Expects a place outside of the warehouse, which is replaced as a whole. */
function assertApart(out: string, folder: string): void {
  let place = resolve(out);
  const below: string[] = [];
  while (!existsSync(place)) {
    below.unshift(basename(place));
    place = dirname(place);
  }
  const way = relative(realpathSync(folder), join(realpathSync(place), ...below));
  if (way.startsWith('..') || isAbsolute(way)) return;
  throw usageError(`export --out: expected a folder outside of the warehouse, found one within it: ${out}`);
}

function summary(out: string, { export: name, files, splits, figures }: ExportRecord): string {
  const images = splits.reduce((sum, split) => sum + split.images, 0);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const number = files.reduce((sum, file) => sum + (file.files ?? 1), 0);
  const lines = [
    `${out}: ${name} of ${counted(images, 'image')}, ${counted(number, 'file')}, ${size(bytes)}`,
    ...splits.map((split) => `  ${split.name}: ${counted(split.images, 'image')}`),
    ...figures.map((figure) => `  ${figure.name}: ${count(figure.value)}`),
    `  ${join(out, 'README.md')} has the rule, the SQL and how to cite it`,
  ];
  return `${lines.join('\n')}\n`;
}
