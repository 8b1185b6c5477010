/** Test files that take long and are run by scripts of their own (package.json), with more cases than they would have here. */
const withScripts = [
  'build/resume',
  'fast_path/gate',
  'faults/faults',
  'fuzz/inputs',
  'shards/shards',
  'verify/published/corruptions',
];

/** Test files that take long: `npm run test:long`. */
export const long = [
  'bench_comparison',
  'build/attach',
  'build/determinism',
  'build/machine_errors',
  'build/optional_inputs',
  'build/publication',
  'build/safety',
  'build/sizes',
  'build/terms',
  'build/withheld',
  'census/census',
  'commands/fits',
  'commands/interrupt',
  'commands/outputs',
  'commands/terminal',
  'derive/stored',
  'discover/damage',
  'evaluate/inputs',
  'export/formats',
  'export/framework',
  'export/full_disk',
  'export/graph',
  'export/refusals',
  'export/text',
  'fast_path/builds',
  'load/template',
  'reconstruct/reconstruct',
  'report/page',
  'synth/bytes',
  'synth/defects',
  'synth/forms',
  'synth/truth',
  'synth/zip_writer',
  'text_tables/properties',
  'views/mutations',
  'views/without_text',
];

/** These start first, so that no core waits for one of them at the end. */
const first = ['views/cases', 'build/golden', 'build/inputs', ...long];

const place = (path) => {
  const found = first.findIndex((name) => path.endsWith(`${name}.test.js`));
  return found < 0 ? first.length : found;
};

const fileOf = (name) => `dist/test/${name}.test.js`;

/** Whoever names test files gets them, whatever they take. */
const areNamed = process.argv.slice(2).some((argument) => argument.endsWith('.test.js'));
const isLong = process.env.npm_lifecycle_event === 'test:long';

export default {
  files: areNamed
    ? ['dist/test/**/*.test.js']
    : isLong
      ? long.map(fileOf)
      : ['dist/test/**/*.test.js', ...[...withScripts, ...long].map((name) => `!${fileOf(name)}`)],
  workerThreads: false, // DuckDB's native code and worker threads do not mix
  timeout: '5m',
  sortTestFiles: (a, b) => place(a) - place(b) || (a < b ? -1 : 1),
};
