import { textTable } from '../../etl/commands/text_table.js';
import { type ViewTiming, versions } from './measure_views.js';
import { type Shape, shapes } from './view_queries.js';

/** A line per view and version: seconds of each shape, and the largest memory of them. */
export function viewTable(timings: readonly ViewTiming[]): string {
  const names = [...new Set(timings.map(({ view }) => view))];
  const lines = names.flatMap((name) =>
    versions.map((version) => {
      const own = timings.filter((timing) => timing.view === name && timing.version === version);
      const peak = Math.max(...own.map(({ peak_bytes }) => peak_bytes ?? 0));
      return [name, version, ...shapes.map((shape) => cell(own, shape)), `${Math.round(peak / 1e6)}`];
    }),
  );
  return textTable(['view', 'DuckDB', ...shapes, 'peak MB'], lines, (column) => column > 1);
}

function cell(timings: readonly ViewTiming[], shape: Shape): string {
  const timing = timings.find((one) => one.shape === shape);
  if (timing === undefined) return '';
  return timing.seconds === undefined ? 'failed' : timing.seconds.toFixed(timing.seconds < 0.1 ? 3 : 2);
}
