import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { program } from '../../etl/terminal/program.js';
import { imagenome } from '../helpers/command.js';
import { exampleRelease } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** Pages whose commands run, in the order in which they stand there. */
const pages = ['README.md', 'examples/sql/README.md'];

/** The commands of this program in the shell blocks of a page. */
function commandsOf(page: string): string[] {
  const text = readFileSync(projectFile(page), 'utf8');
  return [...text.matchAll(/```sh\n(.*?)```/gs)]
    .flatMap(([, block]) => block!.split('\n'))
    .filter((line) => /^(npx )?imagenome /.test(line));
}

/** The words of a command as a shell reads them, with the release of the tests in place of the reader's own. */
function wordsOf(line: string): string[] {
  const command = line
    .replace(/^(npx )?imagenome /, '')
    .replace(/\/path\/to\/(chest-imagenome[\w.-]*|release)/, `'${exampleRelease}'`);
  return execFileSync('bash', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

test('every command of the README and of the examples runs as printed', async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'output'));
  await symlink(projectFile('examples'), join(folder, 'examples'));
  process.chdir(folder);
  t.teardown(() => process.chdir(projectFile()));
  const commands = pages.flatMap(commandsOf);
  t.true(commands.length >= 14, `${commands.length}`);
  for (const line of commands) {
    const { code, out, err } = await imagenome(...wordsOf(line));
    t.is(code, 0, `${line}\n${err}`);
    t.not(out, '', line);
  }
  const { out } = await imagenome('info', 'report_findings');
  t.regex(out, /^report_findings: /, 'a name alone is one of the warehouse that is built by default');
  const example = `\n${program()} sql "from report_findings limit 5"\n`;
  // The name of the program depends on how the tests were started, and a long one goes on in the next line.
  t.true(out.replaceAll(/ \\\n +/g, ' ').endsWith(example), out.slice(-200));
});

test('the page of the examples has every file, with the question that it answers', async (t) => {
  const page = readFileSync(projectFile('examples', 'sql', 'README.md'), 'utf8');
  const files = (await readdir(projectFile('examples', 'sql'))).filter((file) => file.endsWith('.sql'));
  const listed = [...page.matchAll(/^\| \[(\w+\.sql)\]\(\1\) +\| (.*?) *\|$/gm)].map(([, file, question]) => [
    file,
    question,
  ]);
  const expected = files.sort().map((file) => {
    const [first] = readFileSync(projectFile('examples', 'sql', file), 'utf8').split('\n');
    return [file, first!.replace(/^-- /, '')];
  });
  t.deepEqual(listed, expected);
});
