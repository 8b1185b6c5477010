// Compiles the project: TypeScript and the fast path at once, as neither needs the other, then the bundle.
// Plain JavaScript, because it is part of the build.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Runs a program of Node; what it says is shown, and its exit code is that of the build. */
function run(program, ...args) {
  const child = spawn(process.execPath, [join(root, program), ...args], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('close', (code) => (code === 0 ? resolve() : process.exit(code ?? 1)));
  });
}

await Promise.all([
  run('node_modules/typescript/bin/tsc', '-p', '.'),
  run('etl/scripts/compile_fast_path.mjs'),
]);
await import('./bundle.mjs');
