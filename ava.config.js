/** Test files that take long: they start first, so that no core waits for one of them at the end. */
const long = ['views/cases', 'build/golden', 'build/safety', 'synth/defects', 'synth/forms', 'build/inputs'];

const place = (path) => {
  const found = long.findIndex((name) => path.endsWith(`${name}.test.js`));
  return found < 0 ? long.length : found;
};

export default {
  files: ['dist/test/**/*.test.js'],
  workerThreads: false, // DuckDB's native code and worker threads do not mix
  timeout: '5m',
  sortTestFiles: (a, b) => place(a) - place(b) || (a < b ? -1 : 1),
};
