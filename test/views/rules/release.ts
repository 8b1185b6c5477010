import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Row } from '../../helpers/warehouse.js';
import { graphOf, type RawGraph } from './graph.js';
import { readTable } from './table.js';

/** A synthetic release of loose files, read without the project: what the projects of docs/rules.md start from. */
export interface Release {
  readonly graphs: readonly RawGraph[];
  /** train, valid or test by image_id. */
  readonly split: ReadonlyMap<string, string>;
  readonly avoided: ReadonlySet<string>;
  readonly goldPatients: ReadonlySet<number>;
  /** Height and width of the original image, pixels. */
  readonly size: ReadonlyMap<string, readonly [height: number, width: number]>;
}

/**
 * Reads a release below `folder`, and the MIMIC-CXR-JPG metadata. `quarantine`: the rows of the warehouse's table of that name; what they name is left out, as no
 * project can read it. Image ids lose a .dcm, which lists and relations do not have.
 */
export function readRelease(folder: string, metadata: string, quarantine: readonly Row[]): Release {
  const rejected = new Map<string, Set<string>>();
  for (const { source, json_pointer } of quarantine) {
    const pointers = rejected.get(String(source)) ?? new Set();
    rejected.set(String(source), pointers.add(String(json_pointer)));
  }
  const graphs = new Map<string, RawGraph>();
  for (const path of graphFiles(folder)) {
    const pointers = rejected.get(relative(folder, path)) ?? new Set();
    if (pointers.has('')) continue;
    const read = graphOf(readFileSync(path, 'utf8'), pointers);
    const graph = { ...read, image_id: read.image_id.replace(/\.dcm$/i, '') };
    if (!graphs.has(graph.image_id)) graphs.set(graph.image_id, graph);
  }
  const lists = join(folder, 'silver_dataset', 'splits');
  const listed = (name: string) =>
    readTable(join(lists, `${name}.csv`), ',').flatMap(({ dicom_id }) => dicom_id || []);
  const gold = readTable(join(folder, 'gold_dataset', 'gold_all_sentences_500pts_1000studies.txt'), '\t');
  return {
    graphs: [...graphs.values()],
    split: new Map(
      ['train', 'valid', 'test'].flatMap((split) => listed(split).map((id): [string, string] => [id, split])),
    ),
    avoided: new Set(listed('images_to_avoid')),
    goldPatients: new Set(gold.map(({ patient_id }) => Number(patient_id))),
    size: new Map(
      readTable(metadata, ',').map(({ dicom_id, Rows, Columns }) => [
        dicom_id!,
        [Number(Rows), Number(Columns)] as const,
      ]),
    ),
  };
}

function graphFiles(folder: string): string[] {
  const root = join(folder, 'silver_dataset', 'scene_graph');
  return readdirSync(root, { recursive: true })
    .map((path) => join(root, String(path)))
    .filter((path) => path.endsWith('_SceneGraph.json') && !path.includes('__MACOSX') && isFile(path))
    .sort();
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
