import { execFile, execFileSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { imagenome } from '../helpers/command.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { filesOf } from './fixture.js';
import { variations } from './variations.js';

const warehouse = sharedWarehouse(test);

/** Runs bash where mounts are its own: as root, or as a user who may be root of a namespace. */
const apart = ['unshare', '--mount', '--map-root-user', '/bin/bash', '-ec'];

function mayMount(): boolean {
  try {
    execFileSync(apart[0]!, [...apart.slice(1), 'mount -t tmpfs none /mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Exports onto a disk of its own, first what fits, then what does not. Prints what was said, the exit code and what is there. */
const script = `
  disk=$1 kilobytes=$2 warehouse=$3 format=$4; shift 4
  mount -t tmpfs -o size="$kilobytes"k none "$disk"
  "$@" export images "$warehouse" --out "$disk/export" >/dev/null
  before=$(cat "$disk"/export/* | sha256sum)
  while head -c 4096 /dev/zero >> "$disk/filler" 2>/dev/null; do :; done
  truncate -s -4096 "$disk/filler"
  code=0
  "$@" export "$format" "$warehouse" --out "$disk/export" 2>&1 >/dev/null || code=$?
  echo "code=$code"
  [ "$before" = "$(cat "$disk"/export/* | sha256sum)" ] && echo whole
  ls -A "$disk"`;

for (const format of ['questions', 'tsv', 'pairs']) {
  test(`on a disk that is full the export ${format} leaves the earlier one as it was, and nothing else`, async (t) => {
    if (!mayMount()) return t.pass('no file system may be mounted here');
    const disk = join(await temporaryFolder(t), 'disk');
    await mkdir(disk);
    const program = [process.execPath, projectFile('dist', 'imagenome', 'cli.js')];
    const args = [...apart.slice(1), script, 'bash', disk, '256', warehouse(), format, ...program];
    const { stdout } = await promisify(execFile)(apart[0]!, args);
    t.regex(
      stdout,
      /^imagenome: [^\n]*expected room for the export, found a full disk[^\n]*an earlier export is as it was\n(?:.*\n)*?code=1\nwhole\nexport\nfiller\n$/,
    );
  });
}

/** Exports where no file may have more than 4 KiB, as on a disk with quotas. Prints what was said and the exit code. */
const limited = `
  ulimit -f 4; trap '' XFSZ
  code=0
  "$@" 2>&1 >/dev/null || code=$?
  echo "code=$code"`;

test('where a file may not grow every export leaves the earlier one as it was, and nothing else', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'out');
  const program = [process.execPath, projectFile('dist', 'imagenome', 'cli.js')];
  t.is((await imagenome('export', 'images', warehouse(), '--out', out)).code, 0);
  const before = await filesOf(out);
  for (const { format, words } of variations) {
    const command = [...program, 'export', format.name, warehouse(), '--out', out, '--quiet', ...words];
    const { stdout } = await promisify(execFile)('/bin/bash', ['-ec', limited, 'bash', ...command]);
    const name = [format.name, ...words].join(' ');
    t.regex(
      stdout,
      /^imagenome: [^\n]*expected room for the export, found a full disk or a limit[^\n]*; an earlier export is as it was\ncode=1\n$/,
      name,
    );
    t.deepEqual(await filesOf(out), before, name);
    t.deepEqual(await readdir(folder), ['out'], name);
  }
});
