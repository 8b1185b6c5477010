import { tableOf } from '../../etl/markdown.js';
import { readViewFiles } from '../../etl/schema/view_file.js';
import { MEMORY_LIMIT, type ViewTiming, versions } from './measure_views.js';
import { type Shape, shapes } from './view_queries.js';

/** What a query of a shape may take at most, in seconds; the first rows of a stored view have a limit of their own. */
const goals: Readonly<Partial<Record<Shape, number>>> = {
  limit: 1,
  patient: 0.1,
  subquery: 0.1,
  join: 0.1,
  whole: 20,
};
const FIRST_ROWS_OF_A_STORED_VIEW = 0.1;

/** A page of the time and memory of every view: one table per version of DuckDB, and how many queries reach the goals. */
export function viewPage(graphs: number, timings: readonly ViewTiming[]): string {
  const size = graphs.toLocaleString('en-US');
  return [
    `# Queries at ${size} graphs`,
    `Written by \`node dist/bench/queries.js --size ${graphs} --page docs/queries.md\`. Seconds of every view and table macro: its first rows (\`limit 5\`), \`count(*)\`, a
group by its main column, and one patient whose id is a constant, comes from a subquery, or from a join. \`whole\` computes every column of every row.
Two threads and DuckDB's memory limit at ${MEMORY_LIMIT}, a Python process per query; MB is the largest resident memory of these processes, Python and mapped pages
included. **Bold** is above the goal. \`memory\`: DuckDB needs more than the limit; \`time\`: more than a minute. Stored views are marked *.`,
    ...versions.flatMap((version) => {
      const own = timings.filter((timing) => timing.version === version);
      return [`## DuckDB ${version}`, summaryOf(own), tableOfViews(own)];
    }),
  ].join('\n\n');
}

function summaryOf(timings: readonly ViewTiming[]): string {
  const withGoal = timings.filter((timing) => goalOf(timing) !== undefined);
  const reached = withGoal.filter(isReached);
  const stored = timings.filter(({ view, shape }) => shape === 'limit' && isStored(view));
  const failed = timings.filter(({ failure }) => failure !== undefined);
  return (
    `${reached.length} of ${withGoal.length} queries with a goal reach it; of the first rows of stored views ${stored.filter(isReached).length} of ${stored.length}. ` +
    `${failed.length} of all ${timings.length} queries end without an answer.`
  );
}

function tableOfViews(timings: readonly ViewTiming[]): string {
  const names = [...new Set(timings.map(({ view }) => view))];
  const rows = names.map((name) => {
    const own = timings.filter(({ view }) => view === name);
    const peak = Math.max(...own.map(({ peak_bytes }) => peak_bytes ?? 0));
    const shown = `\`${name.replaceAll('"', '')}\`${isStored(name) ? '*' : ''}`;
    return [
      shown,
      ...shapes.map((shape) => cellOf(own, shape)),
      peak === 0 ? '' : `${Math.round(peak / 1e6)}`,
    ];
  });
  return tableOf(['view', ...shapes, 'MB'], rows, ['', ...shapes.map(() => 'r'), 'r']);
}

function cellOf(timings: readonly ViewTiming[], shape: Shape): string {
  const timing = timings.find((one) => one.shape === shape);
  if (timing === undefined) return '';
  const { seconds, failure } = timing;
  if (seconds === undefined) return failure?.startsWith('more than') ? '**time**' : '**memory**';
  const text = seconds.toFixed(seconds < 0.1 ? 3 : 2);
  return isReached(timing) ? text : `**${text}**`;
}

function isReached(timing: ViewTiming): boolean {
  return timing.failure === undefined && timing.seconds! <= (goalOf(timing) ?? Number.POSITIVE_INFINITY);
}

function goalOf({ view, shape }: ViewTiming): number | undefined {
  return shape === 'limit' && isStored(view) ? FIRST_ROWS_OF_A_STORED_VIEW : goals[shape];
}

const storedNames = new Set(
  readViewFiles()
    .filter(({ stored }) => stored !== undefined)
    .map(({ name }) => `"${name}"`),
);
const isStored = (view: string) => storedNames.has(view);
