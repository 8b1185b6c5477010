import type { DuckDBConnection } from '@duckdb/node-api';
import { usageError } from '../error.js';
import { identifier, literal } from '../schema/ddl.js';
import type { Figure } from './figures.js';

/** Frames in which a file may have its boxes: pixels of the original image, or of the 224 frame. */
export const frames = ['original', '224'] as const;

/** A file of boxes that others have drawn. */
export interface OtherBoxes {
  readonly path: string;
  readonly frame: (typeof frames)[number];
}

/** Names that columns have in such files, in lower case. */
const names = {
  image_id: ['image_id', 'dicom_id'],
  bbox_name: ['bbox_name', 'bbox', 'region'],
  label_name: ['label_name', 'category_name', 'label', 'finding'],
  x1: ['x1', 'xmin', 'x_min', 'x'],
  y1: ['y1', 'ymin', 'y_min', 'y'],
  x2: ['x2', 'xmax', 'x_max'],
  y2: ['y2', 'ymax', 'y_max'],
  w: ['w', 'width'],
  h: ['h', 'height'],
} as const;

type Name = keyof typeof names;

/** Least share of a box that is found well enough, as an evaluation of such boxes has it. */
const ENOUGH = 0.3;

/**
 * Compares the boxes of a file with those of the graphs: those of the same region, or, where the file names findings, the best fitting
 * one of the regions in which the graph affirms the finding. IoP is the shared area by that of our box, IoT by that of theirs. Rows by
 * name, the last of them all.
 * @throws UserError of wrong usage when the file does not read, or lacks a column
 */
export async function compareBoxes(
  connection: DuckDBConnection,
  { path, frame }: OtherBoxes,
): Promise<Figure[]> {
  const from = `read_csv(${literal(path)}, all_varchar = true, header = true)`;
  const columns = await columnsOf(connection, path, from);
  const own = frame === '224' ? '' : 'original_';
  const query = `
with theirs as (
  select row_number() over () as number, ${image(columns)} as image_id, ${name(columns)} as name,
    {x1: ${corner(columns, 'x1')}, y1: ${corner(columns, 'y1')}, x2: ${corner(columns, 'x2')}, y2: ${corner(columns, 'y2')}} as box
  from ${from}
),
usable as (
  from theirs
  where box.x1 < box.x2 and box.y1 < box.y2 and name is not null
),
ours as (
  select image_id, bbox_name,
    {x1: min(${own}x1)::double, y1: min(${own}y1)::double, x2: max(${own}x2)::double, y2: max(${own}y2)::double} as box
  from objects
  where box_status(x1, y1, x2, y2, 224, 224) in ('ok', 'clipped') and image_id in (select image_id from usable)
  group by image_id, bbox_name
),
named as (
  ${columns.bbox_name ? 'select image_id, bbox_name, lower(bbox_name) as name, box from ours' : ofFindings}
),
compared as (
  select number, usable.name, usable.image_id in (select image_id from images) as has_graph,
    max(struct_pack(iou := box_iou(named.box, usable.box), iop := share_of(named.box, usable.box), iot := share_of(usable.box, named.box))) as fit
  from usable
  left join named on named.image_id = usable.image_id and named.name = lower(usable.name)
  group by number, usable.name, usable.image_id
)
select coalesce(name, 'all') as name,
  (${columns.bbox_name ? "'region'" : "'finding'"}) as kind,
  count(*)::integer as boxes,
  count(*) filter (not has_graph)::integer as without_graph,
  count(*) filter (has_graph and fit.iou is null)::integer as not_found,
  ${['iou', 'iop', 'iot'].map((measure) => `avg(fit.${measure} order by number) as ${measure}`).join(', ')},
  ${['iou', 'iop', 'iot'].map((measure) => `avg((fit.${measure} >= ${ENOUGH})::integer) as ${measure}_at_30`).join(', ')}
from compared
group by grouping sets ((name), ())
order by grouping(name), name`;
  const withShare = query.replaceAll(/share_of\(([\w.]+), ([\w.]+)\)/g, (_, one, other) =>
    shareOf(one, other),
  );
  return (await connection.runAndReadAll(withShare)).getRowObjectsJson() as Record<
    string,
    string | number | null
  >[];
}

/** Boxes of the regions in which the graph affirms a finding, by the name of the finding and by that of the label it stands for. */
const ofFindings = `select distinct image_id, bbox_name, unnest([lower(label_name), lower(report_label)]) as name, box
  from ours
  join region_findings using (image_id, bbox_name)
  left join label_crosswalk using (category_id, label_name)
  where last_mention = 'yes' and is_finding`;

/** The area that two boxes share, by that of the first. */
const shareOf = (one: string, other: string) =>
  `shared_area(${one}, ${other}) / nullif((${one}.x2 - ${one}.x1) * (${one}.y2 - ${one}.y1), 0)`;

type Columns = Partial<Record<Name, string>>;

async function columnsOf(connection: DuckDBConnection, path: string, from: string): Promise<Columns> {
  const read = await connection.runAndReadAll(`describe select * from ${from}`).catch(() => {
    throw usageError(`${path}: expected a text table with a header, found a file that does not read as one`);
  });
  const found = (read.getRowsJson() as string[][]).map(([column]) => column!);
  const columns: Columns = Object.fromEntries(
    Object.entries(names).flatMap(([name, known]) => {
      const column = known
        .map((one) => found.find((other) => other.trim().toLowerCase() === one))
        .find(Boolean);
      return column ? [[name, column]] : [];
    }),
  );
  const isWhole = columns.x1 && columns.y1 && ((columns.x2 && columns.y2) || (columns.w && columns.h));
  if (!columns.image_id || !isWhole || !(columns.bbox_name ?? columns.label_name)) {
    throw usageError(
      `${path}: expected the columns image_id, bbox_name or label_name, and x1, y1, x2, y2 or x, y, w, h; found ${found.join(', ')}`,
    );
  }
  return columns;
}

const image = ({ image_id }: Columns) =>
  `regexp_replace(trim(${identifier(image_id!)}), '\\.(dcm|jpg)$', '', 'i')`;

const name = ({ bbox_name, label_name }: Columns) => `trim(${identifier((bbox_name ?? label_name)!)})`;

/** A corner of a box, from the other corner and the size where the file has it so. */
function corner(columns: Columns, key: 'x1' | 'y1' | 'x2' | 'y2'): string {
  const number = (column: string) => `try_cast(${identifier(column)} as double)`;
  const own = columns[key];
  if (own) return number(own);
  const [start, size] = key === 'x2' ? [columns.x1!, columns.w!] : [columns.y1!, columns.h!];
  return `${number(start)} + ${number(size)}`;
}
