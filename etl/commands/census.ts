import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { takeCensus } from '../census/index.js';
import { assumptions, censusPage } from '../census/page.js';
import type { Census } from '../census/published.js';
import { EXIT, UserError, usageError } from '../error.js';
import { explainSystemError } from '../system_error.js';
import { assertNotWithinPublished } from '../warehouse/published_folder.js';
import { TempFolder } from '../warehouse/temp_folder.js';
import type { Command, Io } from './command.js';
import { count } from './format.js';
import { wholeNumber, workerOption } from './options.js';

const help = `Reads a release and says which assumptions of this project hold, without giving
the data away.

Examples:
  imagenome census chest-imagenome-dataset-1.0.0
  imagenome census scene_graph.zip --out output/census.json

INPUT is what imagenome build takes. Two files are written: FILE, and a page of
the same name that ends in .md. They name what the format documents and what
ships with the project. Of everything else they hold forms, lengths and counts.
No id, text or date of the data is in them, and nothing that occurs for fewer
than 20 patients. docs/assumptions.md lists the assumptions. Read both files
before you send them to anyone.

Options:
  --out FILE      the JSON file, or a folder for it (default census.json); an
                  earlier census is replaced
  --workers N     threads that read (default ${availableParallelism()}, the cores of this machine)
  --quiet         no progress

Exit codes: 0 done · 1 failed · 2 wrong usage`;

const command: Command = {
  help,
  options: {
    out: { type: 'string', default: 'census.json' },
    workers: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
  async run(values, positionals, io) {
    const [input, ...others] = positionals;
    if (input === undefined || others.length > 0) {
      throw usageError(`census: expected one INPUT, found ${positionals.length}`);
    }
    const workers = wholeNumber(values, { ...workerOption, unless: availableParallelism() });
    const [out, page] = outputs(String(values.out));
    assertNotWithinPublished(out, 'census --out: ');
    assertReplaceable(out, '{\n  "format": "imagenome-census"');
    assertReplaceable(page, '# Census of a Chest ImaGenome release');
    const census = await writeCensus(input, out, page, workers, values.quiet ? undefined : io);
    const answers = assumptions.flatMap(({ holds }) => (holds ? [holds(census)] : []));
    const times = (answer: boolean | undefined) => answers.filter((one) => one === answer).length;
    io.out.write(
      `${times(true)} assumptions hold, ${times(false)} do not, ${times(undefined)} were not seen.\n${page} says which; ${out} has the figures.\n`,
    );
    return EXIT.done;
  },
};

export default command;

/** The JSON file and the page: next to each other, in the folder that was named or under the name that was given. */
function outputs(given: string): [out: string, page: string] {
  const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() === true;
  const name = isFolder ? join(given, 'census.json') : given;
  const stem = name.replace(/\.(json|md)$/i, '');
  return [/\.md$/i.test(name) ? `${stem}.json` : name, `${stem}.md`];
}

function assertReplaceable(path: string, beginning: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8').startsWith(beginning)) return;
  throw new UserError(
    `${path}: expected no such file, or an earlier census, found something else; choose another --out.`,
  );
}

async function writeCensus(
  input: string,
  out: string,
  page: string,
  workers: number,
  io: Io | undefined,
): Promise<Census> {
  try {
    await mkdir(dirname(out), { recursive: true });
    const temp = await TempFolder.create(join(dirname(out), `.census-${randomUUID()}`));
    try {
      const census = await takeCensus({
        input,
        tempFolder: temp.path,
        workers,
        onProgress: (done, total) => io?.err.write(`${count(done)} of ${count(total)} scene graphs\n`),
      });
      await writeFile(out, `${JSON.stringify(census, null, 2)}\n`, { mode: 0o600 });
      await writeFile(page, censusPage(census), { mode: 0o600 });
      return census;
    } finally {
      await temp.remove();
    }
  } catch (error) {
    throw explainSystemError(error, out);
  }
}
