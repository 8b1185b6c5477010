import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf } from '../helpers/graph.js';
import { tableRows } from '../helpers/warehouse.js';

let [folder, input, warehouse] = ['', '', ''];

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  input = await writeFiles(join(folder, 'input'), { 'a1.json': graphOf() });
  warehouse = join(folder, 'warehouse');
  await build({ derived: 'none', input, out: warehouse, workers: 1 });
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

/** Runs a line of bash in which `imagenome` is the command: its exit code is what the line prints as `code=`, stderr is what it leaves. */
async function bash(line: string): Promise<{ code: number; stderr: string }> {
  const command = `'${process.execPath}' '${projectFile('dist', 'imagenome', 'cli.js')}'`;
  const script = `exec 9>&1; imagenome() { ${command} "$@"; }; ${line}`;
  const { stdout, stderr } = await promisify(execFile)('/bin/bash', ['-c', script]);
  return { code: Number(/code=(\d+)/.exec(stdout)![1]), stderr };
}

const isLinux = existsSync('/dev/full');
const oneLine = /^imagenome: [^\n]+\n$/;

/** Ways to lose what a command has to say: of a line with its words, how it is run. */
const ways: Record<string, { line(words: string): string; lost: boolean; says: RegExp }> = {
  'a reader that goes away': {
    line: (words) => `imagenome ${words} | head -c 1 >/dev/null; echo code=\${PIPESTATUS[0]} >&9`,
    lost: true,
    says: /^$|^imagenome: [^\n]+\n$/,
  },
  'a full disk at stdout': {
    line: (words) => `imagenome ${words} >/dev/full; echo code=$? >&9`,
    lost: true,
    says: oneLine,
  },
  'a full disk at stdout and stderr': {
    line: (words) => `imagenome ${words} >/dev/full 2>&1; echo code=$? >&9`,
    lost: true,
    says: /^$/,
  },
  'a stdout for reading only': {
    line: (words) => `imagenome ${words} 1</dev/null; echo code=$? >&9`,
    lost: true,
    says: oneLine,
  },
  'a closed stderr': {
    line: (words) => `imagenome ${words} 2>&- >/dev/null; echo code=$? >&9`,
    lost: false,
    says: /^$/,
  },
  'a full disk at stderr': {
    line: (words) => `imagenome ${words} 2>/dev/full >/dev/null; echo code=$? >&9`,
    lost: false,
    says: /^$/,
  },
  'a closed stdout, which is as good as /dev/null': {
    line: (words) => `imagenome ${words} >&-; echo code=$? >&9`,
    lost: false,
    says: /^/,
  },
};

let places = 0;

for (const [name, { line, lost, says }] of Object.entries(ways)) {
  test(`a build with ${name} publishes, and its exit code is true`, async (t) => {
    if (!isLinux) return t.pass('there is no /dev/full');
    const out = join(folder, `build ${places++}`, 'warehouse');
    const { code, stderr } = await bash(
      line(`build '${input}' --out '${out}' --workers 1 --derived none --json`),
    );
    t.is(code, lost ? 1 : 0, stderr);
    t.is((await tableRows(out, 'images')).length, 1);
    t.deepEqual(await readdir(join(out, '..')), ['warehouse'], 'nothing else is left');
    if (lost && stderr !== '') {
      t.regex(stderr, /the new warehouse is published and whole.*could not be written on stdout/);
    }
    t.regex(stderr, says);
  });

  test(`other commands with ${name} have an exit code that is true`, async (t) => {
    if (!isLinux) return t.pass('there is no /dev/full');
    const query = `sql '${warehouse}' 'from range(100000)' --csv`;
    // What fits into a pipe is written before its reader goes away.
    const others =
      name === 'a full disk at stdout' ? [`info '${warehouse}'`, `check '${warehouse}'`, '--version'] : [];
    for (const words of [query, ...others]) {
      const { code, stderr } = await bash(line(words));
      t.is(code, lost ? 1 : 0, `${words}: ${stderr}`);
      t.notRegex(stderr, /^\s+at /m, 'no stack');
      t.regex(stderr, name === 'a reader that goes away' ? /^$/ : says, words);
    }
  });
}

test('a build that fails has its own exit code, wherever its message goes', async (t) => {
  if (!isLinux) return t.pass('there is no /dev/full');
  for (const redirection of ['2>&-', '2>/dev/full', '>/dev/full 2>/dev/full']) {
    const out = join(folder, 'failed', 'warehouse');
    const { code } = await bash(
      `imagenome build '${folder}/nothing' --out '${out}' ${redirection}; echo code=$? >&9`,
    );
    t.is(code, 2, redirection);
  }
});
