import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { build } from '../../etl/build.js';
import { synthesize } from '../../etl/synth/index.js';
import { exampleRelease } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { tableRows } from '../helpers/warehouse.js';

/** All that a warehouse says of its terms, wherever it says it. */
async function termsOf(out: string) {
  const text = (name: string) => readFile(join(out, name), 'utf8');
  const json = async (name: string) => JSON.parse(await text(name));
  const info = await tableRows(out, 'build_info');
  const { license, citeAs } = await json('croissant.json');
  const { licenses } = await json('datapackage.json');
  return {
    notice: await text('NOTICE.txt'),
    readme: await text('README.md'),
    manifest: (await json('manifest.json')).build.is_synthetic as unknown,
    buildInfo: info.find(({ key }) => key === 'is_synthetic')?.value,
    croissant: license as string,
    citeAs: citeAs as string,
    datapackage: licenses as { name: string; title: string; path: string }[],
  };
}

function isCited(t: ExecutionContext, { citeAs, notice, readme }: Awaited<ReturnType<typeof termsOf>>): void {
  for (const text of [citeAs, readme]) {
    t.regex(text, /Wu, J\., .*\(2021\)\. Chest ImaGenome Dataset \(version 1\.0\.0\)\. PhysioNet\./);
    t.regex(text, /doi\.org\/10\.13026\/wv01-y230/);
  }
  t.is(notice.includes(citeAs), !notice.includes('synthetic'));
}

/** What a warehouse of real patients must say; that of a synthetic one must not. */
async function isCredentialed(t: ExecutionContext, out: string): Promise<void> {
  const terms = await termsOf(out);
  t.regex(terms.notice, /PhysioNet Credentialed Health Data License 1\.5\.0/);
  t.regex(terms.notice, /Data Use Agreement 1\.5\.0/);
  t.regex(terms.notice, /do not try to identify/);
  t.regex(terms.readme, /Derived from credentialed data: see NOTICE\.txt/);
  for (const [place, text] of Object.entries(terms)) {
    t.notRegex(JSON.stringify(text), /synthetic|CC0|publicdomain/i, place);
  }
  isCited(t, terms);
  t.is(terms.manifest, false);
  t.is(terms.buildInfo, 'false');
  t.is(terms.croissant, 'https://physionet.org/content/chest-imagenome/view-license/1.0.0/');
  t.deepEqual(terms.datapackage, [
    {
      name: 'LicenseRef-PhysioNet-Credentialed-1.5.0',
      title: 'PhysioNet Credentialed Health Data License 1.5.0',
      path: 'https://physionet.org/content/chest-imagenome/view-license/1.0.0/',
    },
  ]);
}

test('a warehouse of a release that does not say it is synthetic is under the credentialed terms', async (t) => {
  const out = join(await temporaryFolder(t), 'warehouse');
  await build({ input: exampleRelease, out, workers: 1 });
  await isCredentialed(t, out);
});

test('graphs alone, without a release around them, are under the credentialed terms', async (t) => {
  const folder = await temporaryFolder(t);
  const input = join(folder, 'graphs');
  await cp(join(exampleRelease, 'silver_dataset', 'scene_graph'), input, { recursive: true });
  const out = join(folder, 'warehouse');
  await build({ input, out, workers: 1 });
  await isCredentialed(t, out);
});

test('a warehouse of a synthetic release says so everywhere', async (t) => {
  const folder = await temporaryFolder(t);
  const input = join(folder, 'release');
  await synthesize({ images: 5, seed: 3, out: input });
  const out = join(folder, 'warehouse');
  await build({ input, out, workers: 1 });
  const terms = await termsOf(out);
  t.regex(terms.notice, /built from a synthetic release/);
  t.notRegex(terms.notice, /credentialed/i);
  t.regex(terms.readme, /Built from a \*\*synthetic\*\* release/);
  isCited(t, terms);
  t.is(terms.manifest, true);
  t.is(terms.buildInfo, 'true');
  t.is(terms.croissant, 'https://creativecommons.org/publicdomain/zero/1.0/');
  t.deepEqual(
    terms.datapackage.map(({ name }) => name),
    ['CC0-1.0'],
  );
});
