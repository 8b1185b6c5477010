import type { Row } from '../../helpers/warehouse.js';
import type { RawGraph } from './graph.js';
import { lastMentions } from './last_mention.js';
import type { Release } from './release.js';
import { cues } from './vocabulary.js';

/** The last mentions of one image of each study, where that image passes the filters of the cohort. */
export function mimicCxrVqa({ graphs, goldPatients }: Release): Row[] {
  const complete = chosen(graphs.filter(({ viewpoint }) => viewpoint === 'AP' || viewpoint === 'PA')).filter(
    ({ study_order, patient_id, objects }) =>
      (study_order ?? Number.POSITIVE_INFINITY) <= 20 &&
      !goldPatients.has(patient_id) &&
      new Set(objects.map(({ bbox_name }) => bbox_name)).size === 36,
  );
  const limits = limitsOf(complete);
  return complete
    .filter(({ objects }) => objects.every(({ bbox_name, width }) => limits.get(bbox_name)!(width)))
    .flatMap(({ image_id, phrases }) =>
      lastMentions(phrases)
        .filter(
          ({ bbox_name, category_id }) =>
            bbox_name !== 'unknown' && category_id !== 'nlp' && !cues.has(category_id),
        )
        .map(({ relation, ...finding }) => ({ image_id, ...finding, last_mention: relation })),
    );
}

/** The earliest image of each study, the least by name of several; an image without a time comes last. */
function chosen(graphs: readonly RawGraph[]): RawGraph[] {
  const first = new Map<number, RawGraph>();
  const place = ({ study_datetime, image_id }: RawGraph) =>
    `${isTime(study_datetime) ? study_datetime : '~'} ${image_id}`;
  for (const graph of graphs) {
    const other = first.get(graph.study_id);
    if (!other || place(graph) < place(other)) first.set(graph.study_id, graph);
  }
  return [...first.values()];
}

/** Whether a text such as `2150-02-30 10:00:00 UTC` is a time that the calendar has. */
function isTime(text: string): boolean {
  const time = new Date(text.replace(' UTC', 'Z').replace(' ', 'T'));
  return !Number.isNaN(time.valueOf()) && time.toISOString().startsWith(text.slice(0, 10));
}

/** Of each region: whether a width is within three standard deviations of the mean. */
function limitsOf(graphs: readonly RawGraph[]): Map<string, (width: number) => boolean> {
  const widths = new Map<string, number[]>();
  for (const { bbox_name, width } of graphs.flatMap(({ objects }) => objects)) {
    widths.set(bbox_name, [...(widths.get(bbox_name) ?? []), width]);
  }
  return new Map(
    [...widths].map(([region, all]) => {
      const mean = all.reduce((sum, width) => sum + width, 0) / all.length;
      const squares = all.reduce((sum, width) => sum + (width - mean) ** 2, 0);
      const deviation = Math.sqrt(squares / (all.length - 1));
      return [region, (width: number) => !(Math.abs(width - mean) > 3 * deviation)];
    }),
  );
}
