import { execFile, execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf } from '../helpers/graph.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

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

/**
 * Builds on a disk of its own with so many free kilobytes next to the earlier warehouse. Prints what the build said, then its exit code,
 * what is on the disk, the checksum of the manifest and whether all others are right.
 */
const script = `
  earlier=$1 disk=$2 free=$3 input=$4; shift 4
  used=$(du -s --apparent-size -k "$earlier" | cut -f1)
  files=$(find "$earlier" | wc -l)
  mount -t tmpfs -o size=$((used + 4 * files + free))k none "$disk"
  cp -r "$earlier" "$disk/warehouse"
  code=0
  "$@" build "$input" --out "$disk/warehouse" --derived none --workers 1 --quiet 2>&1 >/dev/null || code=$?
  echo "code=$code"
  ls -A "$disk"
  cd "$disk/warehouse"
  sha256sum --quiet -c SHA256SUMS.txt && echo whole
  sha256sum manifest.json`;

test('on a disk that is full the earlier warehouse stays, and nothing else', async (t) => {
  if (!mayMount()) return t.pass('no file system may be mounted here');
  const folder = await temporaryFolder(t);
  const [earlier, disk] = [join(folder, 'earlier'), join(folder, 'disk')];
  await mkdir(disk);
  const first = await writeFiles(join(folder, 'first'), { 'a1.json': graphOf() });
  await build({ derived: 'none', input: first, out: earlier, workers: 1 });
  const second = await writeFiles(join(folder, 'second'), { 'b1.json': graphOf({ image_id: 'b1' }) });
  const [before] = execFileSync('sha256sum', [join(earlier, 'manifest.json')], { encoding: 'utf8' }).split(
    ' ',
  );
  const codes = new Set<number>();
  for (const free of [0, 60, 650, 900, 1100, 20_000]) {
    const args = [
      script,
      'bash',
      earlier,
      disk,
      String(free),
      second,
      process.execPath,
      projectFile('dist', 'imagenome', 'cli.js'),
    ];
    const { stdout } = await promisify(execFile)(apart[0]!, [...apart.slice(1), ...args]);
    const [, said, code, names, whole, sum] =
      /^(.*?)code=(\d+)\n(.*?)(whole\n)?([0-9a-f]{64}) {2}manifest/s.exec(stdout)!;
    codes.add(Number(code));
    t.is(names, 'warehouse\n', `${free} kB free`);
    t.is(whole, 'whole\n', `${free} kB free`);
    if (code === '0') t.not(sum, before);
    else {
      t.is(code, '1');
      t.is(sum, before);
      t.regex(
        said!,
        /^imagenome: [^\n]*full disk[^\n]*the earlier warehouse, if any, is as it was\.\n$/,
        `${free} kB free`,
      );
    }
  }
  t.deepEqual([...codes].sort(), [0, 1], 'some builds had too little room, some enough');
});
