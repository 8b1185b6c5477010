import type { BuildSummary } from '../build_summary.js';
import { type StageName, stages } from '../progress.js';
import { graphTableNames } from '../schema/index.js';
import { commandLine } from '../terminal/program.js';
import type { Screen } from '../terminal/screen.js';
import { shownWords } from '../terminal/visible.js';
import { headed, wrapped } from '../terminal/wrap.js';
import { count, counted, duration, size } from './format.js';
import { inputNames, missingColumns } from './input_lines.js';

/** Queries that show what was rejected, and what was loaded although it looks wrong. */
const rejected =
  'select stage, code, count(*) as n, min(source) as example from quarantine group by all order by n desc';
const suspicious = 'select severity, code, count(*) as n from data_issues group by all order by n desc';

/** What a person sees of a finished build, on one screen. */
export function summaryText(
  summary: BuildSummary,
  times: ReadonlyMap<StageName, number>,
  screen: Screen,
): string {
  const { out, graphs, rows, inputs, careful, bytes, seconds, chunks, reusedChunks } = summary;
  if (summary.upToDate) return shownWords(`${upToDate(summary, screen).join('\n')}\n`, screen);
  const { found, missing } = inputNames(inputs);
  const query = (sql: string) => commandLine(['sql', out, sql], screen.columns);
  const own = graphTableNames.filter((table) => rows[table] !== undefined);
  const listedAsInputs = new Set<string | null>([...own, ...inputs.map(({ table }) => table)]);
  const others = Object.entries(rows).filter(([table]) => !listedAsInputs.has(table));
  const listed = (word: string, names: readonly string[]) => headed(word, names, screen.columns);
  const lines = [
    `${count(rows.images ?? 0)} of ${count(graphs)} scene graphs (${size(bytes)}) in ${duration(seconds)}: ${count(graphs / seconds)} graphs/s`,
    ...own.map((table) => `  ${table.padEnd(26)} ${count(rows[table]!).padStart(12)}`),
    listed(
      'other rows',
      others.map(([table, n]) => `${table} ${count(n)}`),
    ),
    listed('inputs found', found.length === 0 ? ['none but graphs'] : found),
    listed('not found', missing.length === 0 ? ['none'] : missing),
    listed('time', shares(times, seconds)),
  ];
  if (careful > 0) {
    const share = ((100 * careful) / graphs).toFixed(1);
    lines.push(`Read the careful way, as not exactly as documented: ${count(careful)} (${share} %)`);
  }
  if (reusedChunks > 0) {
    lines.push(
      `Used again, as an earlier build had flattened them: ${count(reusedChunks)} of ${count(chunks)} chunks`,
    );
  }
  lines.push(...missingColumns(inputs).flatMap((line) => wrapped(line, screen.columns)), '');
  if (rows.quarantine) lines.push(`Quarantined: ${count(rows.quarantine)}. Why:`, query(rejected));
  if (rows.data_issues) lines.push(`Data issues: ${count(rows.data_issues)}. Which:`, query(suspicious));
  lines.push('Next:', query('from report_findings limit 5'), commandLine(['info', out], screen.columns));
  return shownWords(`${lines.join('\n')}\n`, screen);
}

function upToDate({ out, graphs, seconds }: BuildSummary, { columns }: Screen): string[] {
  const what = `${counted(graphs, 'scene graph')} and all other inputs are as they were`;
  return [
    ...wrapped(
      `${out} is up to date: ${what} (${duration(seconds)}). --no-reuse builds it all the same.`,
      columns,
    ),
    ...['Next:', commandLine(['info', out], columns)],
  ];
}

/** The share of the time that each stage took, in percent; the rest is what a process needs to start. */
function shares(times: ReadonlyMap<StageName, number>, total: number): string[] {
  const percent = (part: number) => `${Math.round((100 * part) / total)} %`;
  return [...times].map(([name, part]) => `${stages[name]} ${percent(part)}`);
}
