import type { SceneGraph } from '../graph.js';
import { FRAME } from '../size.js';
import type { Around, EntryFault, GraphFault } from './fault.js';
import type { NameIn } from './table.js';

type Box = SceneGraph['objects'][number];
type EntryFaultName = 'null_box' | 'nameless_box' | 'corner_as_text';

/** A fault of one box, any of the graph. */
function ofOne(change: (box: Box, around: Around) => unknown): GraphFault {
  return (graph, around) => change(around.random.pick(graph.objects), around);
}

/** The box with other corners in the 224 frame, and the width and height that follow. */
function place(box: Box, corners: Partial<Pick<Box, 'x1' | 'y1' | 'x2' | 'y2'>>): void {
  Object.assign(box, corners);
  Object.assign(box, { width: box.x2 - box.x1, height: box.y2 - box.y1 });
}

/** Faults of boxes that are loaded as they are. */
export const boxFaults: Record<Exclude<NameIn<'boxes'>, EntryFaultName>, GraphFault> = {
  negative_corner: ofOne((box, { random }) => place(box, { x1: -random.whole(1, 12) })),
  corner_beyond_frame: ofOne((box, { random }) => place(box, { y2: FRAME + random.whole(1, 12) })),
  box_outside: ofOne((box) => place(box, { x1: box.x1 + FRAME, x2: box.x2 + FRAME })),
  zero_area: ofOne((box) => {
    place(box, { x2: box.x1 });
    Object.assign(box, { original_x2: box.original_x1, original_width: 0 });
  }),
  inverted_box: ofOne((box) => place(box, { y1: box.y2, y2: box.y1 })),
  zero_original_width: ofOne((box) =>
    Object.assign(box, { original_x2: box.original_x1, original_width: 0 }),
  ),
  null_corner: ofOne((box) => Object.assign(box, { x1: null, y1: null, x2: null, y2: null })),
  null_original_corner: ofOne((box) =>
    Object.assign(box, { original_x1: null, original_y1: null, original_x2: null, original_y2: null }),
  ),
  missing_boxes: (graph, { random }) => graph.objects.splice(random.whole(0, graph.objects.length - 5), 5),
  few_boxes: (graph) => graph.objects.splice(4),
  duplicate_region: ({ objects }, { random }) => {
    const box = random.pick(objects);
    const again = { ...box };
    place(again, { y1: Math.max(box.y1 - 3, 0), y2: Math.max(box.y2 - 3, 1) });
    objects.push(again);
  },
  swapped_sides: ({ objects }) => {
    const side = (name: string) => objects.find(({ bbox_name }) => bbox_name === name);
    for (const { bbox_name } of objects) {
      const [right, left] = [side(bbox_name), side(bbox_name.replace(/^right /, 'left '))];
      if (!bbox_name.startsWith('right ') || !right || !left) continue;
      exchange(right, left);
      return;
    }
  },
  wide_box: ofOne((box) => place(box, { x1: 0, x2: FRAME })),
  fractional_corner: ofOne((box) => Object.assign(box, { x1: box.x1 + 0.5 })),
  unknown_box_name: ofOne((box) => Object.assign(box, { bbox_name: 'right ventricle' })),
};

/** Exchanges all but the names. */
function exchange(a: Box, b: Box): void {
  const [ofA, ofB] = [a, b].map(({ object_id, bbox_name, synsets, name, ...corners }) => corners);
  Object.assign(a, ofB);
  Object.assign(b, ofA);
}

/** Faults for which a box is rejected. */
export const brokenBoxes: Record<EntryFaultName, EntryFault<'objects'>> = {
  null_box: { list: 'objects', breakEntry: (list, at) => Object.assign(list, { [at]: null }) },
  nameless_box: {
    list: 'objects',
    breakEntry: (list, at) => Reflect.deleteProperty(list[at]!, 'bbox_name'),
  },
  corner_as_text: {
    list: 'objects',
    breakEntry: (list, at) => Object.assign(list[at]!, { x1: String(list[at]!.x1) }),
  },
};
