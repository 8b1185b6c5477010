import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import test from 'ava';
import { regions } from '../../etl/vocabulary/index.js';
import { imagenome } from '../helpers/command.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { exportFixture, type Graph } from './fixture.js';

const fixture = exportFixture(test);

interface Coco {
  readonly images: readonly {
    id: number;
    image_id: string;
    width: number;
    height: number;
    file_name: string;
  }[];
  readonly annotations: readonly {
    id: number;
    image_id: number;
    category_id: number;
    bbox: number[];
    area: number;
    iscrowd: number;
    attributes: Record<string, string>;
  }[];
  readonly categories: readonly { id: number; name: string }[];
}

/** The boxes of a graph by region, worked out without SQL: clipped to the frame, several of one name as their union. */
function boxesOf(
  graph: Graph,
  names: readonly string[],
  prefix: '' | 'original_',
  width: number,
  height: number,
) {
  const boxes: Record<string, number[]> = {};
  for (const object of graph.objects) {
    const name = String(object.bbox_name);
    const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((corner) => object[prefix + corner]) as number[];
    if (!names.includes(name) || [x1, y1, x2, y2].some((corner) => corner === null)) continue;
    if (x2! <= x1! || y2! <= y1! || x2! <= 0 || y2! <= 0 || x1! >= width || y1! >= height) continue;
    const one = [Math.max(x1!, 0), Math.max(y1!, 0), Math.min(x2!, width), Math.min(y2!, height)];
    const known = boxes[name] ?? one;
    boxes[name] = one.map((corner, i) => (i < 2 ? Math.min(corner, known[i]!) : Math.max(corner, known[i]!)));
  }
  return boxes;
}

/** What the report says last of each finding of a region: by the number of the sentence, yes before no in one sentence. */
function saidOf(graph: Graph, region: string): Record<string, string> {
  const last: Record<string, [place: number, relation: string]> = {};
  for (const entry of graph.attributes.filter(({ bbox_name }) => bbox_name === region)) {
    for (const [i, strings] of entry.attributes.entries()) {
      const place = Number(entry.phrase_IDs[i]!.split('|')[1]);
      for (const string of strings) {
        const [category, relation, label] = string.split('|') as [string, string, string];
        if (['nlp', 'severity', 'temporal', 'texture', 'laterality'].includes(category)) continue;
        const known = last[label];
        if (!known || place > known[0] || (place === known[0] && relation === 'yes'))
          last[label] = [place, relation];
      }
    }
  }
  return Object.fromEntries(Object.entries(last).map(([label, [, relation]]) => [label, relation]));
}

async function sizes(): Promise<Map<string, [width: number, height: number]>> {
  const path = join(fixture().folder, 'release', 'mimic-cxr-jpg', 'mimic-cxr-2.0.0-metadata.csv.gz');
  const [head, ...rows] = gunzipSync(await readFile(path))
    .toString()
    .trimEnd()
    .split('\n');
  const columns = head!.split(',');
  const at = (name: string) => columns.indexOf(name);
  return new Map(
    rows.map((row) => {
      const cells = row.split(',');
      return [cells[at('dicom_id')]!, [Number(cells[at('Columns')]), Number(cells[at('Rows')])]];
    }),
  );
}

for (const [frame, number] of [
  ['224', 36],
  ['original', 29],
  ['original', 18],
] as const) {
  test(`coco with ${number} regions in the frame ${frame} has the boxes and findings of the graphs`, async (t) => {
    const out = join(await temporaryFolder(t), 'coco');
    const said = await imagenome(
      'export',
      'coco',
      fixture().warehouse,
      '--out',
      out,
      '--frame',
      frame,
      '--regions',
      `${number}`,
    );
    t.is(said.code, 0, said.err);
    const key = ({ 36: 'has_bbox', 29: 'in_29', 18: 'in_anaxnet_18' } as const)[number];
    const names = regions
      .filter((region) => region[key])
      .map(({ bbox_name }) => bbox_name)
      .sort();
    const known = await sizes();
    const graphs = new Map(fixture().graphs.map((graph) => [graph.image_id, graph]));
    let [images, annotations, mentioned] = [0, 0, 0];
    const ids = new Set<number>();
    for (const split of ['train', 'valid', 'test', 'unlisted']) {
      const text = await readFile(join(out, `${split}.json`), 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      const coco = JSON.parse(text) as Coco;
      t.deepEqual(
        coco.categories.map(({ id, name }) => [id, name]),
        names.map((name, i) => [i + 1, name]),
      );
      for (const image of coco.images) {
        images++;
        const graph = graphs.get(image.image_id)!;
        const [width, height] = frame === '224' ? [224, 224] : known.get(image.image_id)!;
        t.deepEqual([image.width, image.height], [width, height]);
        const own = coco.annotations.filter((one) => one.image_id === image.id);
        const boxes = boxesOf(graph, names, frame === '224' ? '' : 'original_', width, height);
        const found = own.map(({ category_id, bbox: [x, y, w, h] }) => [
          names[category_id - 1]!,
          [x, y, x! + w!, y! + h!],
        ]);
        t.deepEqual(Object.fromEntries(found), boxes);
        t.is(own.length, Object.keys(boxes).length);
        for (const { id, bbox, area, iscrowd, category_id, attributes } of own) {
          annotations++;
          ids.add(id);
          t.true([id, area, ...bbox].every(Number.isInteger));
          t.is(area, bbox[2]! * bbox[3]!);
          t.is(iscrowd, 0);
          const expected = saidOf(graph, names[category_id - 1]!);
          t.deepEqual(attributes, expected);
          mentioned += Object.keys(attributes).length;
        }
      }
    }
    t.is(images, graphs.size);
    t.is(ids.size, annotations, 'ids are unique over all splits');
    t.true(annotations > images * 10 && mentioned > 50);
  });
}
