// What the project takes from others, verified without a network: `npm run audit`, or with a folder that holds another
// package.json and package-lock.json. Plain JavaScript, because it trusts no package.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Licenses under which code may be used, and be bundled with its license. */
const allowed = [
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'Unlicense',
  ],
];

/** Licenses of packages that only develop the project: no file of theirs is shipped. */
const allowedToDevelop = [...allowed, 'MPL-2.0'];

/** Packages that run a script when they are installed, and why they may. */
const installing = new Map([['esbuild', 'puts its native program in place of a script']]);

const scripts = ['preinstall', 'install', 'postinstall'];

/**
 * What is wrong with the packages of a project, in words; empty when all is well.
 * @param {string} root folder with package.json, package-lock.json, node_modules and dist
 */
export function problemsOf(root) {
  const own = readJson(root, 'package.json');
  const lock = readJson(root, 'package-lock.json');
  const { '': locked, ...packages } = lock.packages ?? {};
  const entries = Object.entries(packages).map(([path, entry]) => ({ ...entry, path, name: nameOf(path) }));
  return [
    ...lockProblems(lock, locked ?? {}, own),
    ...entries.flatMap(entryProblems),
    ...entries.flatMap((entry) => installedProblems(root, entry)),
    ...bundleProblems(root, entries),
  ];
}

function lockProblems({ lockfileVersion }, locked, own) {
  const problems = [];
  if (lockfileVersion !== 3)
    problems.push(`package-lock.json: expected version 3, found ${lockfileVersion}; run npm install`);
  for (const kind of ['dependencies', 'devDependencies']) {
    for (const [name, version] of Object.entries(own[kind] ?? {})) {
      if (!/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
        problems.push(`package.json ${name}: expected an exact version, found ${version}; pin it`);
    }
    if (JSON.stringify(own[kind] ?? {}) !== JSON.stringify(locked[kind] ?? {}))
      problems.push(`package-lock.json: expected the ${kind} of package.json, found others; run npm install`);
  }
  return problems;
}

function entryProblems({ path, name, integrity, resolved, link, license, dev, hasInstallScript }) {
  const licenses = dev ? allowedToDevelop : allowed;
  const problems = [];
  const add = (expected, found, advice) =>
    problems.push(`${path}: expected ${expected}, found ${found}; ${advice}`);
  if (link || /^(git|http|file)/.test(resolved ?? ''))
    add('a package of the registry', link ? 'a link' : 'an address', 'install it by its version');
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''))
    add('a sha512 in package-lock.json', integrity ? 'another checksum' : 'none', 'run npm install');
  if (!isAllowed(license, licenses))
    add(
      `one of the licenses ${licenses.join(', ')}`,
      license ?? 'none',
      'use another package, or allow it here',
    );
  if (hasInstallScript && !installing.has(name))
    add(
      'no script that runs when it is installed',
      'one',
      'look what it does, and use another package or allow it',
    );
  return problems;
}

/** What is installed is what the lock says. A package for another system is not there. */
function installedProblems(root, { path, name, version, license, integrity, optional }) {
  const file = join(root, path, 'package.json');
  if (!existsSync(file))
    return optional ? [] : [`${path}: expected it to be installed, found nothing; run npm ci`];
  const found = readJson(root, path, 'package.json');
  const problems = [];
  if (found.version !== version)
    problems.push(`${path}: expected version ${version}, found ${found.version}; run npm ci`);
  const stated = typeof found.license === 'string' ? found.license : license;
  if (stated !== license)
    problems.push(`${path}: expected the license ${license}, found ${stated}; run npm install`);
  const runs =
    scripts.some((script) => found.scripts?.[script]) || existsSync(join(root, path, 'binding.gyp'));
  if (runs && !installing.has(name))
    problems.push(
      `${path}: expected no script that runs when it is installed, found one; use another package`,
    );
  const [, hidden = {}] = installedLocks.get(root) ?? readInstalled(root);
  if (hidden[path]?.integrity !== undefined && hidden[path].integrity !== integrity)
    problems.push(`${path}: expected what package-lock.json has the checksum of, found another; run npm ci`);
  return problems;
}

const installedLocks = new Map();

/** What npm says of what it has installed. */
function readInstalled(root) {
  const file = join(root, 'node_modules', '.package-lock.json');
  const read = [file, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}];
  installedLocks.set(root, read);
  return read;
}

/** Every package of the bundle is locked, under a license that allows it, and has its license there. */
function bundleProblems(root, entries) {
  const file = join(root, 'dist', 'imagenome', 'THIRD_PARTY_LICENSES.txt');
  if (!existsSync(file)) return [];
  const locked = new Set(entries.map(({ name, version, license }) => `${name} ${version} (${license})`));
  const sections = readFileSync(file, 'utf8')
    .split(/^-{80}\n/m)
    .slice(1);
  return sections.flatMap((section) => {
    const title = section.slice(0, section.indexOf('\n'));
    const problems = [];
    if (!locked.has(title))
      problems.push(
        `${title}: expected a bundled package of package-lock.json, found none; run npm run build`,
      );
    if (section.trim().length < title.length + 100)
      problems.push(
        `${title}: expected its license in THIRD_PARTY_LICENSES.txt, found none; run npm run build`,
      );
    return problems;
  });
}

/** An SPDX expression: one of several, or all of several. */
function isAllowed(license, licenses) {
  const expression = (license ?? '').replace(/^\((.*)\)$/, '$1');
  if (expression.includes(' OR ')) return expression.split(' OR ').some((one) => isAllowed(one, licenses));
  if (expression.includes(' AND ')) return expression.split(' AND ').every((one) => isAllowed(one, licenses));
  return licenses.includes(expression);
}

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.argv[2] ?? join(fileURLToPath(import.meta.url), '..', '..', '..');
  const problems = problemsOf(root);
  for (const problem of problems) console.error(`audit: ${problem}`);
  if (problems.length > 0) process.exit(1);
  const { packages } = readJson(root, 'package-lock.json');
  console.log(`audit: ${Object.keys(packages).length - 1} packages, all is well`);
}
