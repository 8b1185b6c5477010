import { projectFile } from '../etl/project.js';
import type { InputForm } from './corpus.js';
import { python } from './python.js';

/** One way to turn scene graphs into tables. */
export interface Method {
  /** Name on the command line. */
  readonly name: string;
  readonly title: string;
  readonly input: InputForm;
  /** True when it writes the six tables as Parquet and a .duckdb; else it does less, and is not compared. */
  readonly delivers: boolean;
  /** Takes too much time or memory to repeat: one run, and none on more than 5,000 graphs unless asked for. */
  readonly slow?: boolean;
  /** The command line; `out` is a folder that does not exist. */
  command(input: string, out: string): readonly string[];
}

const node = (...path: string[]) => [process.execPath, projectFile('dist', ...path)];
const peer = (name: string) => (input: string, out: string) => [
  ...node('bench', 'peers', name, 'peer.js'),
  input,
  out,
];
const script = (name: string) => (input: string, out: string) => [
  python(),
  '-B',
  projectFile('bench', 'peers', 'python', `${name}.py`),
  input,
  out,
];
/** The six tables and their Parquet, as the peers deliver them: without stored roll-ups. */
const build = (input: string, out: string) => [
  ...node('imagenome', 'cli.js'),
  ...['build', input, '--out', out, '--derived', 'none', '--quiet'],
];

/** What a build does unless asked otherwise: roll-ups too. */
const buildAll = (input: string, out: string) => [
  ...node('imagenome', 'cli.js'),
  ...['build', input, '--out', out, '--quiet'],
];

/** Ours and the peers, in the order they are shown. */
export const methods: readonly Method[] = [
  { name: 'ours', title: 'imagenome build', input: 'files', delivers: true, command: build },
  { name: 'ours-zip', title: 'imagenome build', input: 'zip', delivers: true, command: build },
  { name: 'ours-derived', title: 'with stored roll-ups', input: 'zip', delivers: true, command: buildAll },
  { name: 'sql', title: 'best DuckDB SQL', input: 'files', delivers: true, command: peer('sql') },
  { name: 'sql-zip', title: 'unzip + best DuckDB SQL', input: 'zip', delivers: true, command: peer('sql') },
  {
    name: 'pool',
    title: 'Python: orjson, pyarrow, processes',
    input: 'files',
    delivers: true,
    command: script('pool'),
  },
  {
    name: 'pool-zip',
    title: 'Python: orjson, pyarrow, processes',
    input: 'zip',
    delivers: true,
    command: script('pool'),
  },
  {
    name: 'habit',
    title: 'Python: json, pandas, to_parquet',
    input: 'files',
    delivers: true,
    slow: true,
    command: script('habit'),
  },
  {
    name: 'polars',
    title: 'polars: json_decode, explode',
    input: 'files',
    delivers: true,
    command: script('frames'),
  },
  {
    name: 'auto',
    title: 'DuckDB by itself: nested copy',
    input: 'files',
    delivers: false,
    slow: true,
    command: peer('auto'),
  },
  {
    name: 'parquetjs',
    title: 'JSON.parse, parquetjs-lite',
    input: 'files',
    delivers: true,
    slow: true,
    command: peer('parquetjs'),
  },
  {
    name: 'limit',
    title: 'limit: read, JSON.parse',
    input: 'files',
    delivers: false,
    command: peer('limit'),
  },
  {
    name: 'limit-zip',
    title: 'limit: inflate, JSON.parse',
    input: 'zip',
    delivers: false,
    command: peer('limit'),
  },
];
