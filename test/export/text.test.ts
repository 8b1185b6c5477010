import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { imagenome } from '../helpers/command.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { exportFixture, filesOf } from './fixture.js';
import { variations } from './variations.js';

const fixture = exportFixture(test, 30);

/** Sentences and reasons for exams of the release, long enough not to stand somewhere by chance. */
function textsOfReports(): string[] {
  const { graphs } = fixture();
  const sentences = graphs.flatMap(({ attributes }) => attributes.flatMap(({ phrases }) => phrases));
  const texts = [...sentences, ...graphs.flatMap((graph) => graph.reason_for_exam ?? [])];
  return [...new Set(texts)].filter((text) => text.length > 8);
}

/** Texts that stand in a file of an export, as they are, or as JSON has them. */
async function found(folder: string, texts: readonly string[]): Promise<string[]> {
  const written = Buffer.concat(Object.values(await filesOf(folder))).toString('utf8');
  return texts.filter(
    (text) => written.includes(text) || written.includes(JSON.stringify(text).slice(1, -1)),
  );
}

test('no export holds a sentence of a report but those that are about text, whatever its options', async (t) => {
  const out = join(await temporaryFolder(t), 'out');
  const texts = textsOfReports();
  t.true(texts.length > 100);
  const uses = { none: 0, optional: 0, required: 0 };
  for (const { format, words, values } of variations) {
    const name = [format.name, ...words].join(' ');
    const said = await imagenome('export', format.name, fixture().warehouse, '--out', out, ...words);
    t.is(said.code, 0, said.err);
    const use = format.textUse(values);
    const here = await found(out, texts);
    uses[use]++;
    // Parquet is compressed: only text files of those that are about text are sure to show it.
    if (use === 'none') t.deepEqual(here, [], name);
    else t.true(here.length > 20, name);
    t.deepEqual(await found(join(out, 'README.md'), texts).catch(() => []), []);
    await rm(out, { recursive: true });
  }
  t.true(uses.none > 25 && uses.optional > 0 && uses.required > 2);
});

test('from a warehouse without text every export is there without it, or says what can be had', async (t) => {
  const folder = await temporaryFolder(t);
  const [bare, out] = [join(folder, 'bare'), join(folder, 'out')];
  const input = join(fixture().folder, 'release');
  await build({ input, out: bare, workers: 1, withText: false, derived: 'none' });
  const texts = textsOfReports();
  for (const { format, words, values } of variations) {
    const name = [format.name, ...words].join(' ');
    const said = await imagenome('export', format.name, bare, '--out', out, ...words);
    if (format.textUse(values) === 'required') {
      t.is(said.code, 2, name);
      t.regex(said.err, /expected a warehouse with text of reports, found one that was built with --no-text/);
      t.regex(said.err, format.withoutText ? /; give --[a-z-]+ / : /; choose another format/);
      continue;
    }
    t.is(said.code, 0, said.err);
    t.deepEqual(await found(out, texts), [], name);
    await rm(out, { recursive: true });
  }
});
