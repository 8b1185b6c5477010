// Puts the command, its workers and all they import into a few files: a process and its workers start in a third of the time.
// Plain JavaScript, because it is part of the build.
import { chmodSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileFastPath } from './compile_fast_path.mjs';
import { thirdPartyLicenses } from './third_party.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const outdir = join(root, 'dist', 'imagenome'); // as deep as dist/etl: see etl/project.ts

rmSync(outdir, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['cli', 'start', 'workers/flatten_worker', 'synth/synth_worker', 'census/census_worker'].map(
    (name) => `etl/${name}.ts`,
  ),
  entryNames: '[name]', // next to each other: a pool finds its worker as ./name.js, bundled or not
  outdir,
  bundle: true,
  metafile: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  external: ['@duckdb/node-bindings', 'canvas'], // has native code; is optional for linkedom
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  logLevel: 'warning',
});
chmodSync(join(outdir, 'cli.js'), 0o755); // npx runs it as a command
/** What compiles the fast path puts a part of its library into it. */
const compilers = ['node_modules/assemblyscript'];
copyFileSync(await compileFastPath(), join(outdir, 'fast_path.wasm')); // where the bundle looks for it
writeFileSync(join(outdir, 'THIRD_PARTY_LICENSES.txt'), thirdPartyLicenses(metafile, root, compilers));

await import('../../dist/etl/load/write_templates.js'); // a build starts from a copy of an empty database
