import { parseArgs } from 'node:util';
import { usageError } from '../etl/error.js';
import { cached } from './cache.js';
import { methods } from './methods.js';

/** Graphs in the zip of the release. */
const GRAPHS = 243_310;

/** What to run. */
export interface BenchOptions {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly only: readonly string[];
  /** Slow methods too, at every size. */
  readonly all: boolean;
  /** Ours and the SQL once each from one zip, with the memory over time; on as many graphs as the release has unless `sizes` says otherwise. */
  readonly full: boolean;
  /** Path of the JSON file. */
  readonly out: string;
}

export const help = `npm run bench -- [options]
Runs imagenome and its peers in turn on the same synthetic graphs and compares what they deliver.
  --size N,N      numbers of graphs (default 5000,25000)
  --runs N        measured runs of each method (default 3)
  --only A,B      of ${methods.map(({ name }) => name).join(', ')}
  --all           slow methods at every size
  --full          ours and the SQL (it needs 7.6 GB) once each, on 243,310 graphs (or --size) from one zip,
                  with the memory over time
  --out FILE      the figures as JSON (default ${cached('figures.json')})`;

/** The options of a command line. @throws UserError */
export function readOptions(args: readonly string[]): BenchOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', default: methods.map(({ name }) => name).join(',') },
      all: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      out: { type: 'string', default: cached('figures.json') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const only = values.only.split(',');
  const unknown = only.find((name) => !methods.some((method) => method.name === name));
  if (unknown !== undefined) throw usageError(`--only: expected names of methods, found '${unknown}'`);
  const size = values.size ?? (values.full ? String(GRAPHS) : '5000,25000');
  const sizes = size.split(',').map((text) => wholeNumber('size', text));
  const runs = wholeNumber('runs', values.runs);
  return { sizes, runs, only, all: values.all, full: values.full, out: values.out };
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw usageError(`--${name}: expected a whole number from 1, found '${text}'`);
}
