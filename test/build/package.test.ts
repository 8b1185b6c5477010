import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'ava';
import { projectFile } from '../../etl/project.js';

const bundle = projectFile('dist', 'imagenome');
const licenses = readFileSync(projectFile('dist', 'imagenome', 'THIRD_PARTY_LICENSES.txt'), 'utf8');

/** Sections of the file, by name and version of the package. */
const sections = new Map(
  licenses
    .split(/^-{80}\n/m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf(' (')), section] as const),
);

/** Packages whose code is in the bundle, as its comments say before each file: `// node_modules/…`. */
const bundled = new Map(
  readdirSync(bundle)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [
      ...readFileSync(projectFile('dist', 'imagenome', name), 'utf8').matchAll(
        /^\/\/ (.*node_modules\/(?:@[^/\n]+\/)?[^/\n]+)\//gm,
      ),
    ])
    .map(([, folder]) => {
      const { name, version } = JSON.parse(readFileSync(projectFile(folder!, 'package.json'), 'utf8'));
      return [`${name} ${version}`, projectFile(folder!)] as const;
    }),
);

/** The package whose library is compiled into fast_path.wasm. */
const compiler = (() => {
  const folder = projectFile('node_modules', 'assemblyscript');
  const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return [`${name} ${version}`, folder] as const;
})();

test('every package whose code is bundled has its license in the bundle', (t) => {
  t.true(bundled.size > 20);
  bundled.set(...compiler);
  t.deepEqual([...sections.keys()].sort(), [...bundled.keys()].sort());
  for (const [name, folder] of bundled) {
    const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    const text = readFileSync(`${folder}/${file}`, 'utf8').trim();
    t.true(text.length > 100, name);
    t.true(sections.get(name)?.includes(text), name);
  }
  t.regex(
    sections.get([...bundled.keys()].find((name) => name.startsWith('apache-arrow '))!)!,
    /\nApache Arrow JavaScript\nCopyright/,
  );
});

test('the package has the command, what it reads at run time and all licenses, and no source or test', (t) => {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: projectFile(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  for (const path of [
    'LICENSE',
    'README.md',
    'dist/imagenome/cli.js',
    'dist/imagenome/flatten_worker.js',
    'dist/imagenome/fast_path.wasm',
    'dist/imagenome/THIRD_PARTY_LICENSES.txt',
    'views/order.txt',
    'sql/checks/studies_of_two_patients.sql',
    'etl/report/sql/tables.sql',
    'etl/report/assets/theme.css',
  ]) {
    t.true(paths.includes(path), path);
  }
  // Statements and styles of rooms are read at run time, as sql/ and views/ are.
  const readAtRunTime = /^etl\/(?:export\/[^/]+\.sql|report\/(?:sql\/[^/]+\.sql|assets\/[^/]+\.(?:css|js)))$/;
  t.deepEqual(
    paths.filter(
      (path) =>
        /^(etl|test|bench|docs|output|dist\/(etl|test|bench))\//.test(path) && !readAtRunTime.test(path),
    ),
    [],
  );
});
