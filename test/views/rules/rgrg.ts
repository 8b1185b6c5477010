import type { Row } from '../../helpers/warehouse.js';
import type { RawBox, RawGraph } from './graph.js';
import type { Release } from './release.js';
import { regions29 } from './vocabulary.js';

/** Every one of the 29 regions of each training image: its box in original pixels, its sentences, whether one calls it abnormal. */
export function rgrg({ graphs, split, avoided, size }: Release): Row[] {
  return graphs
    .filter(({ image_id }) => split.get(image_id) === 'train' && !avoided.has(image_id))
    .flatMap((graph) => [...regions29].map((region) => regionOf(graph, region, size.get(graph.image_id)!)));
}

function regionOf(graph: RawGraph, bbox_name: string, [height, width]: readonly [number, number]): Row {
  let box: RawBox | undefined;
  for (const object of graph.objects) if (object.bbox_name === bbox_name) box = object;
  const own = graph.phrases.filter((phrase) => phrase.bbox_name === bbox_name);
  const abnormal = own.some(({ attributes }) =>
    attributes.some((parts) => parts.join('|') === 'nlp|yes|abnormal'),
  );
  return {
    image_id: graph.image_id,
    bbox_name,
    ...(box ? clipped(box, height, width) : noBox),
    text: textOf(own),
    is_abnormal: abnormal,
  };
}

const noBox = { x1: null, y1: null, x2: null, y2: null };

function clipped(
  { original_x1, original_y1, original_x2, original_y2 }: RawBox,
  height: number,
  width: number,
) {
  if (original_x1 === null || original_y1 === null || original_x2 === null || original_y2 === null)
    return noBox;
  const within = (value: number, end: number) => Math.min(Math.max(value, 0), end);
  const [x1, x2] = [within(original_x1, width), within(original_x2, width)];
  const [y1, y2] = [within(original_y1, height), within(original_y2, height)];
  return x2 > x1 && y2 > y1 ? { x1, y1, x2, y2 } : noBox;
}

/** Each sentence once, in the order of the report. */
function textOf(phrases: RawGraph['phrases']): string | null {
  if (phrases.length === 0) return null;
  const place = (sent_loc: number) => (Number.isNaN(sent_loc) ? -1 : sent_loc);
  const inOrder = [...phrases].sort(
    (a, b) => place(a.sent_loc) - place(b.sent_loc) || (a.phrase_id < b.phrase_id ? -1 : 1),
  );
  return [...new Set(inOrder.map(({ phrase }) => phrase.replaceAll(/\s+/g, ' ').trim()))].join(' ');
}
