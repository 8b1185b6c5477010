// Makes a clone ready: installs the locked packages and compiles, each only when its inputs changed.
// Plain JavaScript without dependencies, because it runs before anything is installed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const windows = process.platform === 'win32';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `imagenome: Node is ${process.versions.node}, expected 20.19 or newer; install a newer Node.`,
  );
  process.exit(1);
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|mjs|json)$/.test(name))
    .sort();
}

/** Runs `work` unless `stamp` says that it has already been done for these inputs. */
function once(stamp, inputs, what, work) {
  const path = join(root, stamp);
  const wanted = `${fingerprint(inputs)} ${process.versions.modules}`;
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) return;
  process.stderr.write(`setup: ${what}\n`);
  work();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wanted);
}

/** A command that fails has said why; its exit code is ours. */
function run(command, args, options = {}) {
  try {
    execFileSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  } catch (error) {
    process.exit(error.status || 1);
  }
}

once('node_modules/.imagenome-setup', ['package.json', 'package-lock.json'], 'installing packages', () =>
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: windows,
    stdio: ['ignore', 'ignore', 2],
  }),
);
once(
  'dist/.imagenome-setup',
  // The bundle holds the packages, so that another lock file makes another bundle.
  [...['package.json', 'package-lock.json', 'tsconfig.json'], ...['etl', 'test', 'bench'].flatMap(sources)],
  'compiling',
  () => {
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    run('npm', ['run', '--silent', 'build'], { shell: windows });
  },
);
