import type { ExportFormat, ExportRun, FormatValues, ResultRow } from './format.js';
import { boxesStatement, chooseFrame, frameOption, frameRule } from './frame.js';
import { chooseRegions } from './regions.js';
import type { TextFile } from './text_file.js';
import { figuresOf, ruleOf, usageOf } from './visual_genome_text.js';

/** Files with one object per image, in the order of the columns of visual_genome_lines. */
const files = ['image_data', 'objects', 'scene_graphs', 'attributes', 'relationships'] as const;

/** The file that holds sentences of reports. */
const SENTENCES = 'region_descriptions';

/** Images whose lines are made at once: a line of six files each. */
const BLOCK = 500;

/** Temporary tables of a slice, each by its statement. */
const tables = ['objects', 'attributes', 'relationships', 'descriptions'].map(
  (name) => `visual_genome_${name}`,
);

/** Scene graphs in the files of Visual Genome. */
export const visualGenome: ExportFormat = {
  name: 'visual-genome',
  summary: 'scene graphs in the form of Visual Genome: objects, attributes, relationships, descriptions',
  clients: 'visual_genome (its Python driver)',
  options: [
    frameOption,
    {
      name: 'no-descriptions',
      about: 'leave out region_descriptions.json, which holds sentences of reports',
    },
  ],
  textUse: (values) => (hasDescriptions(values) ? 'required' : 'none'),
  withoutText: 'give --no-descriptions for all files but region_descriptions.json',
  rule: (values) => ruleOf(frameRule(values), hasDescriptions(values)),
  usage: () => usageOf,
  statements: (values) => [
    'chosen_categories',
    boxesStatement(values),
    'visual_genome_regions',
    'visual_genome_places',
    ...tables,
    'visual_genome_lines',
    'visual_genome_counts',
    'visual_genome_synsets',
  ],
  async write(run) {
    await chooseRegions(run, '36');
    await chooseFrame(run, 'visual-genome');
    for (const name of ['visual_genome_regions', 'visual_genome_places']) await run.run(run.statement(name));
    const names = hasDescriptions(run.values) ? [...files, SENTENCES] : files;
    await openAll(run, names, async (lists) => {
      for await (const slice of run.slices()) {
        await writeSlice(run, lists);
        run.advance(slice.images);
      }
    });
    await openAll(run, ['synsets'], async ([list]) => {
      for await (const rows of run.rows(run.statement('visual_genome_synsets'))) {
        for (const [line] of rows) await list!.add(String(line));
      }
    });
  },
};

const hasDescriptions = (values: FormatValues) => values['no-descriptions'] !== true;

/** Writes one line per image of the current slice to each file. */
async function writeSlice(run: ExportRun, lists: readonly ArrayFile[]): Promise<void> {
  for (const table of tables) await run.run(run.statement(table));
  const isSquare = run.values.frame === '224';
  const size = isSquare ? { width: '224', height: '224' } : { width: 'image_width', height: 'image_height' };
  const lines = run.statement('visual_genome_lines', size);
  const images = (await run.all('select image_number from chosen order by image_number')).map(
    ({ image_number }) => Number(image_number),
  );
  for (let i = 0; i < images.length; i += BLOCK) {
    await run.run(`set variable first_image = ${images[i]}`);
    await run.run(`set variable last_image = ${images[Math.min(i + BLOCK, images.length) - 1]}`);
    for await (const rows of run.rows(lines)) await addLines(lists, rows);
  }
  const [counts] = await run.all(run.statement('visual_genome_counts'));
  for (const { name, about } of figuresOf(hasDescriptions(run.values))) {
    run.figure(name, Number(counts![name]), about);
  }
}

/** Adds a line of each row to each file; NULL to none. */
async function addLines(lists: readonly ArrayFile[], rows: readonly ResultRow[]): Promise<void> {
  for (const row of rows) {
    for (const [i, list] of lists.entries()) {
      if (row[i] !== null) await list.add(String(row[i]));
    }
  }
}

/** A JSON array that is written element by element, one a line. */
class ArrayFile {
  readonly #file: TextFile;
  #before = '[\n';

  constructor(file: TextFile) {
    this.#file = file;
  }

  async add(element: string): Promise<void> {
    await this.#file.write(this.#before + element);
    this.#before = ',\n';
  }

  async end(): Promise<void> {
    await this.#file.write(this.#before === '[\n' ? '[]\n' : '\n]\n');
  }
}

/** Opens NAME.json for each name at once; all are complete when `work` is done. */
async function openAll(
  run: ExportRun,
  names: readonly string[],
  work: (lists: readonly ArrayFile[]) => Promise<void>,
  opened: readonly ArrayFile[] = [],
): Promise<void> {
  const [name, ...others] = names;
  if (name === undefined) return work(opened);
  await run.textFile(`${name}.json`, async (file) => {
    const list = new ArrayFile(file);
    await openAll(run, others, work, [...opened, list]);
    await list.end();
  });
}
