import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EXIT, UserError, usageError } from '../error.js';
import type { Command } from './command.js';
import { size } from './format.js';
import { wholeNumber } from './options.js';
import { placeOf, writeWhole } from './output_file.js';
import { assertWarehouse, DEFAULT_WAREHOUSE, withWarehouse } from './warehouse.js';

const help = `Writes an HTML page that shows what a warehouse holds: one file that needs no
network and no server, with charts, their tables and the SQL behind each.

Examples:
  imagenome report output/warehouse
  imagenome report output/warehouse --out overview.html
  imagenome report output/warehouse --patient 10000032 --out patient.html

DIR is ${DEFAULT_WAREHOUSE} unless given. The page has no sentence of a radiology
report, and no single patient unless one is asked for.

Options:
  --out FILE     where the page goes (default DIR.html)
  --patient ID   a section on this patient (patient_id), exam by exam, too
  --quiet        print nothing when it is done

Exit codes: 0 done · 1 failed · 2 wrong usage`;

const command: Command = {
  help,
  options: {
    out: { type: 'string' },
    patient: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
  async run(values, positionals, io) {
    const [folder = DEFAULT_WAREHOUSE, ...others] = positionals;
    if (others.length > 0) throw usageError(`report: expected one DIR, found ${positionals.length}`);
    const out =
      values.out === undefined
        ? `${join(dirname(folder), basename(resolve(folder)))}.html`
        : String(values.out);
    const patient =
      values.patient === undefined
        ? undefined
        : wholeNumber(values, { name: 'patient', least: 0, most: 2_147_483_647, unless: 0 });
    await assertWarehouse(folder);
    const place = placeOf({ out, folder, command: 'report' });
    const { overviewPage } = await import('../report/index.js');
    const page = await withWarehouse(folder, async ({ connection }) => {
      if (patient !== undefined) {
        const found = await connection.runAndReadAll(
          `select 1 from images where patient_id = ${patient} limit 1`,
        );
        if (found.getRows().length === 0) {
          throw new UserError(
            `--patient: expected a patient_id of ${folder}, found no image of ${patient}; ` +
              'imagenome sql DIR "from patients" lists them',
          );
        }
      }
      return overviewPage({ connection, patient });
    });
    const { bytes } = await writeWhole(place, out, (file) => writeFile(file, page, { mode: 0o600 }));
    if (!values.quiet) io.out.write(`${out}: ${size(bytes)}; open it in a browser\n`);
    return EXIT.done;
  },
};

export default command;
