import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

interface Audit {
  problemsOf(root: string): string[];
}
interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly unknown[];
}
interface Sbom {
  billOfMaterials(): {
    readonly bomFormat: string;
    readonly specVersion: string;
    readonly components: readonly Component[];
  };
}

const script = async <T>(name: string): Promise<T> => await import(projectFile('etl', 'scripts', name));

test('the packages of the project are pinned, licensed and known', async (t) => {
  const { problemsOf } = await script<Audit>('audit.mjs');
  t.deepEqual(problemsOf(projectFile()), []);
});

test('a package without integrity, and a range instead of a version, are problems', async (t) => {
  const { problemsOf } = await script<Audit>('audit.mjs');
  const root = await temporaryFolder(t);
  for (const name of ['package.json', 'package-lock.json']) await cp(projectFile(name), join(root, name));
  await mkdir(join(root, 'dist'));
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  delete lock.packages['node_modules/yauzl'].integrity;
  await writeFile(join(root, 'package-lock.json'), JSON.stringify(lock));
  const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  own.dependencies['p-limit'] = '^7.0.0';
  await writeFile(join(root, 'package.json'), JSON.stringify(own));
  const problems = problemsOf(root).join('\n');
  t.regex(problems, /yauzl/);
  t.regex(problems, /p-limit/);
});

test('the bill of materials is CycloneDX, the same each time, and has every package that is shipped', async (t) => {
  const { billOfMaterials } = await script<Sbom>('sbom.mjs');
  const bill = billOfMaterials();
  t.is(bill.bomFormat, 'CycloneDX');
  t.regex(bill.specVersion, /^1\.[5-9]$/);
  const own = JSON.parse(await readFile(projectFile('package.json'), 'utf8'));
  const names = bill.components.map(({ name }) => name);
  for (const name of Object.keys(own.dependencies))
    t.true(names.includes(name.split('/').at(-1)!) || names.includes(name), name);
  t.deepEqual(billOfMaterials(), bill);
});
