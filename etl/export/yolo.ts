import { csvLine } from '../csv.js';
import type { ChosenSplit, ExportFormat, ExportRun } from './format.js';
import { boxesStatement, chooseFrame, frameOption, frameRule } from './frame.js';
import { chooseRegions, regionsOption } from './regions.js';
import type { TextFile } from './text_file.js';

/** What YOLO calls a split. */
const splitKeys: Readonly<Record<string, string>> = {
  train: 'train',
  valid: 'val',
  test: 'test',
  all: 'train',
};

/** Label files of YOLO, one per image. */
export const yolo: ExportFormat = {
  name: 'yolo',
  summary: 'boxes of regions as label files of YOLO, one per image, and data.yaml',
  clients: 'readers of label files of YOLO, such as Ultralytics',
  options: [regionsOption, frameOption],
  textUse: () => 'none',
  rule: (
    values,
  ) => `One text file per chosen image, empty where it has no usable box. One line per region of the ${values.regions} with a usable box: class, center,
width and height, divided by the size of the frame. Boxes are those of the export \`coco\`; classes count from 0 by name. ${frameRule(values)}`,
  usage:
    () => `\`data.yaml\` names the classes and the lists of images. It expects each image as \`images/SPLIT/IMAGE.jpg\`: \`links.csv\` has that place and the path
below the root of MIMIC-CXR-JPG.

\`\`\`sh
mkdir -p $(tail -n +2 links.csv | cut -d, -f1 | xargs -n1 dirname | sort -u)
tail -n +2 links.csv | while IFS=, read -r place path; do ln -s "/path/to/mimic-cxr-jpg/$path" "$place"; done
yolo detect train data=data.yaml
\`\`\``,
  statements: (values) => ['chosen_categories', boxesStatement(values), 'yolo_boxes'],
  async write(run) {
    const names = await chooseRegions(run);
    await chooseFrame(run, 'yolo');
    await run.textFile('links.csv', async (links) => {
      await links.write(csvLine(['place', 'path']));
      for (const split of run.splits) await writeSplit(run, split, links);
    });
    await run.textFile('data.yaml', (file) => file.write(dataYaml(run.splits, names)));
  },
};

async function writeSplit(run: ExportRun, split: ChosenSplit, links: TextFile): Promise<void> {
  let boxes = 0;
  await run.textFile(`${split.name}.txt`, async (list) => {
    for await (const slice of run.slices(split)) {
      for await (const rows of run.rows(run.statement('yolo_boxes'))) {
        for (const [image, path, lines, count] of rows) {
          const place = `images/${split.name}/${image}.jpg`;
          await run.smallFile(
            `labels/${split.name}/*.txt`,
            `labels/${split.name}/${image}.txt`,
            String(lines),
          );
          await list.write(`./${place}\n`);
          await links.write(csvLine([place, String(path)]));
          boxes += Number(count);
        }
      }
      run.advance(slice.images);
    }
  });
  run.figure('boxes', boxes, 'lines of all label files');
}

function dataYaml(splits: readonly ChosenSplit[], names: readonly string[]): string {
  const lists = splits.map(({ name }) => `${splitKeys[name] ?? name}: ${name}.txt\n`).join('');
  return `path: .\n${lists}nc: ${names.length}\nnames:\n${names.map((name, i) => `  ${i}: ${name}\n`).join('')}`;
}
