import { DATASET } from '../publish/source.js';
import { licenseOf } from '../publish/terms.js';
import type { ChosenSplit, ExportFormat, ExportRun } from './format.js';
import { boxesStatement, chooseFrame, frameOption, frameRule } from './frame.js';
import { chooseRegions, regionsOption } from './regions.js';
import type { TextFile } from './text_file.js';

/** Detection JSON of COCO, one file a split. */
export const coco: ExportFormat = {
  name: 'coco',
  summary: 'boxes of regions as detection JSON of COCO, one file per split',
  clients: 'pycocotools, and what loads with it',
  options: [regionsOption, frameOption],
  textUse: () => 'none',
  rule: (
    values,
  ) => `One image per chosen image, in the order of the warehouse; its \`id\` is its place among all images of the warehouse, so that it is the same in
every split. One annotation per region of the ${values.regions} with a usable box (\`box_status\` ok or clipped); several boxes of one name are their union.
\`bbox\` is [x, y, width, height], all numbers are integers. ${frameRule(values)}
\`attributes\` has the findings that the report mentions of the region, \`yes\` or \`no\` by the last mention; one that is missing is not mentioned, which is no \`no\`.
An image without a usable box has no annotation. Categories are numbered from 1 by name.`,
  usage: () => `\`\`\`python
from pycocotools.coco import COCO
dataset = COCO("train.json")
dataset.loadAnns(dataset.getAnnIds(imgIds=dataset.getImgIds()[:1]))
\`\`\`

\`file_name\` is the path of the image below the root of MIMIC-CXR-JPG.`,
  statements: (values) => ['chosen_categories', boxesStatement(values), 'coco_images', 'coco_annotations'],
  async write(run) {
    const names = await chooseRegions(run);
    await chooseFrame(run, 'coco');
    run.passes(2);
    for (const split of run.splits) {
      await run.textFile(`${split.name}.json`, async (file) => {
        await file.write(`${head(run, split, names)},\n"images": [`);
        await writeImages(run, split, file);
        await file.write('\n],\n"annotations": [');
        await writeAnnotations(run, split, file);
        await file.write('\n]\n}\n');
      });
    }
  },
};

/** What stands before the images: info, licenses, categories. */
function head({ build, values, subset }: ExportRun, split: ChosenSplit, names: readonly string[]): string {
  const license = licenseOf(build);
  const info = {
    description: `${build.is_synthetic ? 'synthetic release in the form of ' : ''}${DATASET.title}: ${split.name}${subset && `, ${subset}`}, ${names.length} regions, ${values.frame} frame`,
    version: DATASET.version,
    url: DATASET.page,
    contributor: `chest-imagenome-warehouse ${build.version}`,
  };
  const categories = names.map((name, i) => ({ id: i + 1, name, supercategory: 'region' }));
  return [
    `{\n"info": ${JSON.stringify(info)}`,
    `"licenses": ${JSON.stringify([{ id: 1, name: license.title, url: license.url }])}`,
    `"categories": [\n${categories.map((one) => JSON.stringify(one)).join(',\n')}\n]`,
  ].join(',\n');
}

async function writeImages(run: ExportRun, split: ChosenSplit, file: TextFile): Promise<void> {
  const isSquare = run.values.frame === '224';
  const size = isSquare ? { width: '224', height: '224' } : { width: 'image_width', height: 'image_height' };
  await run.whole(split);
  let before = '\n';
  for await (const rows of run.rows(run.statement('coco_images', size))) {
    for (const [line] of rows) {
      await file.write(`${before}${line}`);
      before = ',\n';
    }
    run.advance(rows.length);
  }
}

async function writeAnnotations(run: ExportRun, split: ChosenSplit, file: TextFile): Promise<void> {
  let before = '\n';
  let boxes = 0;
  for await (const slice of run.slices(split)) {
    for await (const rows of run.rows(run.statement('coco_annotations'))) {
      for (const [lines, count] of rows) {
        await file.write(`${before}${lines}`);
        before = ',\n';
        boxes += Number(count);
      }
    }
    run.advance(slice.images);
  }
  run.figure('annotations', boxes, 'boxes, one for each region of an image');
}
