import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import test from 'ava';
import stringWidth from 'string-width';
import type { Io } from '../../etl/commands/command.js';
import { main } from '../../etl/main.js';
import { projectFile } from '../../etl/project.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf } from '../helpers/graph.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const warehouse = sharedWarehouse(test);

/** Runs a command with two streams that say they are a terminal of 80 columns. */
async function onTerminal(env: NodeJS.ProcessEnv, ...words: string[]) {
  const terminal = () => Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const [out, err] = [terminal(), terminal()];
  const code = await main(words, { out, err, env } as unknown as Io);
  const read = (stream: PassThrough) => String(stream.read() ?? '');
  return { code, out: read(out), err: read(err) };
}

test('progress has the count of each stage; where there is ASCII only, so has it', async (t) => {
  const folder = await temporaryFolder(t);
  const graphs = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`${i}.json`, graphOf({ image_id: `image ${i}` })]),
  );
  const input = await writeFiles(join(folder, 'input'), graphs);
  const build = (name: string) => ['build', input, '--out', join(folder, name)];
  const terminal = [projectFile('test', 'helpers', 'terminal.py'), 'never shown', '0'];
  for (const locale of ['C.UTF-8', 'C']) {
    const command = [
      'env',
      `LC_ALL=${locale}`,
      process.execPath,
      projectFile('dist', 'imagenome', 'cli.js'),
      ...build(locale),
    ];
    const shown = execFileSync('python3', [...terminal, ...command], { encoding: 'utf8' });
    const text = stripVTControlCharacters(shown);
    t.regex(text, /code=0\n$/);
    for (const line of text.split(/[\r\n]+/)) t.true(stringWidth(line) <= 120, line);
    t.regex(text, /Find scene graphs . 30 graphs/);
    t.regex(text, /Flatten and write . 30 graphs/);
    t.is(/^[\r\n\x20-\x7e]*$/.test(text), locale === 'C', text);
  }
  const { code, out, err } = await onTerminal({ TERM: 'dumb' }, ...build('dumb'));
  t.is(code, 0);
  t.is(stripVTControlCharacters(err), err, 'a dumb terminal has no cursor');
  t.regex(out + err, /^[\n\x20-\x7e]*$/);
});

test('an error is broken between words, and the command in it can be copied', async (t) => {
  const folder = join(await temporaryFolder(t), 'a folder');
  const { code, err } = await onTerminal({}, 'info', folder);
  t.is(code, 1);
  const lines = err.trimEnd().split('\n');
  t.true(lines.length > 2);
  t.true(lines.slice(0, -1).every((line) => line.length <= 80));
  t.is(lines.at(-1), `  npx imagenome build INPUT --out "${folder}"`);
  const words = lines.slice(0, -1).map((line) => line.trim());
  t.is(words.join(' '), `imagenome: ${folder}: expected a warehouse, found nothing; build one:`);
});

test('data on a terminal are not obeyed, whatever their format', async (t) => {
  for (const format of ['table', 'vertical', 'csv', 'json', 'jsonl']) {
    const { code, out } = await onTerminal(
      {},
      'sql',
      warehouse(),
      'select chr(27) || chr(155) || chr(7) as x',
      '--format',
      format,
    );
    t.is(code, 0);
    t.is(stripVTControlCharacters(out), out, format);
    t.notRegex(out, /(?!\n)[\p{Cc}]/u, format);
  }
});
