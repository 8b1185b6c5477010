import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { recover, Staging } from '../../etl/publish/staging.js';
import { FORMAT } from '../../etl/warehouse/layout.js';
import { isWarehouse } from '../../etl/warehouse/output_folder.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** A staging folder whose warehouse is one number. */
async function staged(out: string, number: number): Promise<Staging> {
  const staging = await Staging.open(out);
  await writeFile(join(staging.folder, 'manifest.json'), JSON.stringify({ format: FORMAT, number }));
  return staging;
}

test('publications at one moment all succeed, one warehouse stays and nothing else', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'warehouse');
  const numbers = [0, 1, 2, 3, 4, 5, 6, 7];
  for (let round = 0; round < 20; round++) {
    const stagings = await Promise.all(numbers.map((number) => staged(out, number)));
    t.is(new Set(stagings.map((staging) => staging.folder)).size, numbers.length);
    await Promise.all([
      ...stagings.map((staging) => staging.publish()),
      ...numbers.map(() => recover(out)),
      ...numbers.map(() => Staging.open(out).then((staging) => staging.close())),
    ]);
    await Promise.all(stagings.map((staging) => staging.close()));
    t.deepEqual(await readdir(folder), ['warehouse']);
    const { number } = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
    t.true(numbers.includes(number));
  }
});

test('what a dead process has left is removed, what a living one is building stays', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'warehouse');
  const dead = 2 ** 22 + 1;
  const left = [`building-${dead}-0`, `building-${dead}`, 'building-x', `previous-${dead}-0`];
  for (const name of left) await writeFile(join(folder, `.warehouse.${name}`), '');
  await writeFile(join(folder, `.warehouse.building-${process.ppid}-0`), '');
  await writeFile(join(folder, `.other.building-${dead}-0`), '');
  const [first, second] = [await staged(out, 1), await staged(out, 2)];
  t.deepEqual(
    (await readdir(folder)).sort(),
    [
      `.other.building-${dead}-0`,
      ...[first.folder, second.folder].map((path) => path.slice(folder.length + 1)),
      `.warehouse.building-${process.ppid}-0`,
    ].sort(),
  );
  await first.publish();
  await second.close();
  t.true(isWarehouse(out));
});

test('what a process of another user is building stays', async (t) => {
  const folder = await temporaryFolder(t);
  const other = 2 ** 22 + 2;
  await writeFile(join(folder, `.warehouse.building-${other}-0`), '');
  const kill = process.kill;
  process.kill = (pid, signal) => {
    if (pid !== other) return kill.call(process, pid, signal);
    throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' });
  };
  try {
    await (await Staging.open(join(folder, 'warehouse'))).close();
  } finally {
    process.kill = kill;
  }
  t.deepEqual(await readdir(folder), [`.warehouse.building-${other}-0`]);
});

test('a publication that cannot succeed puts the earlier warehouse back', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'warehouse');
  const first = await staged(out, 1);
  await first.publish();
  const second = await staged(out, 2);
  await rm(second.folder, { recursive: true });
  await t.throwsAsync(second.publish(), { code: 'ENOENT' });
  t.is(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')).number, 1);
});

test('a folder of another kind is refused, one of the own kind is replaced', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'letters');
  const kind = { earlier: 'earlier letters', isOurs: (path: string) => existsSync(join(path, 'letters')) };
  const write = async (text: string) => {
    await using staging = await Staging.open(out, { kind });
    await writeFile(join(staging.folder, 'letters'), text);
    await staging.publish();
  };
  await write('a');
  await write('b');
  t.is(await readFile(join(out, 'letters'), 'utf8'), 'b');
  t.deepEqual(await readdir(folder), ['letters']);
  await t.throwsAsync(Staging.open(out), {
    message: /expected no such folder, an empty one or an earlier warehouse/,
  });
  const warehouse = await staged(join(folder, 'warehouse'), 1);
  await warehouse.publish();
  await t.throwsAsync(Staging.open(warehouse.out, { kind }), {
    message: /or earlier letters, found something else/,
  });
});
