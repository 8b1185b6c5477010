// Compiles the fast path to WebAssembly: once for each change of its sources, as the compiler takes longer to load than to compile.
// Plain JavaScript, because it is part of the build.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const sources = join('etl', 'fast_path', 'assembly');
const binary = join('dist', 'etl', 'fast_path', 'fast_path.wasm');

/** Path of the compiled fast path. */
export async function compileFastPath() {
  if (!isCurrent()) await compile();
  return join(root, binary);
}

function isCurrent() {
  const path = join(root, binary);
  if (!existsSync(path)) return false;
  const inputs = [
    fileURLToPath(import.meta.url),
    ...readdirSync(join(root, sources)).map((name) => join(root, sources, name)),
  ];
  return inputs.every((input) => statSync(input).mtimeMs < statSync(path).mtimeMs);
}

async function compile() {
  const asc = await import('assemblyscript/asc');
  mkdirSync(join(root, dirname(binary)), { recursive: true });
  const { error, stderr } = await asc.main([
    join(sources, 'index.ts'),
    ...['--baseDir', root, '--outFile', binary],
    ...['-O3', '--noAssert', '--uncheckedBehavior', 'always'],
    ...['--enable', 'simd', '--runtime', 'stub', '--importMemory'],
  ]);
  if (error) throw new Error(`${error.message}\n${stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileFastPath();
