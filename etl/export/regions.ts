import type { ExportRun, FormatOption } from './format.js';

/** `--regions`: which regions, by how many they are. */
export const regionsOption: FormatOption = {
  name: 'regions',
  alias: 'preset',
  about: '18 (AnaXNet), 26 (gold set), 29 (dataset page) or 36 (all with a box)',
  words: ['18', '26', '29', '36'],
  unless: '36',
};

/** Makes `chosen_categories`: the regions of a preset by name, and their numbers from 1 in that order. Gives their names. */
export async function chooseRegions(run: ExportRun, regions = String(run.values.regions)): Promise<string[]> {
  await run.run(run.statement('chosen_categories', { regions }));
  const rows = await run.all('select bbox_name from chosen_categories order by category_number');
  return rows.map(({ bbox_name }) => String(bbox_name));
}
