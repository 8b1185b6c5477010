import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { UserError } from '../../etl/error.js';
import { Staging } from '../../etl/publish/staging.js';
import { FORMAT } from '../../etl/warehouse/layout.js';
import { isWarehouse } from '../../etl/warehouse/output_folder.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** A staging folder whose warehouse is one number. */
async function staged(out: string, number: number): Promise<Staging> {
  const staging = await Staging.open(out);
  await writeFile(join(staging.folder, 'manifest.json'), JSON.stringify({ format: FORMAT, number }));
  return staging;
}

/** Names of what a staging has next to its place, while it is open. */
function own({ folder }: Staging): string[] {
  const token = folder.slice(-16);
  return ['.warehouse.lock', `.warehouse.lock-${token}`, `.warehouse.building-${token}`];
}

async function numberAt(out: string): Promise<number> {
  return JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')).number;
}

test('of stagings for one place that are opened at one moment one is, and the others say who has it', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'warehouse');
  for (let round = 0; round < 20; round++) {
    const opened = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6, 7].map((number) => staged(out, number)));
    const ours = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = opened.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    t.is(ours.length, 1);
    for (const error of refused) {
      t.true(error instanceof UserError, String(error));
      t.regex(
        error.message,
        new RegExp(`expected no other build.*found one by process ${process.pid} on host`),
      );
    }
    const [staging] = ours;
    await staging!.publish();
    t.true(existsSync(join(folder, '.warehouse.lock')), 'until it is closed');
    await staging!.close();
    t.deepEqual(await readdir(folder), ['warehouse']);
  }
});

test('what ended builds have left is removed, what is not theirs stays', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'warehouse');
  const first = await staged(out, 0);
  await first.publish();
  await first.close();
  const dead = 2 ** 22 + 1;
  const token = '0123456789abcdef';
  const left = [
    ...[`building-${token}`, `previous-${token}`, `building-${dead}-0`, `previous-${dead}-0`],
    ...[`lock-${token}`, `lock-${token}.stale`],
  ];
  for (const name of left) {
    await writeFile(join(folder, `.warehouse.${name}`), '');
  }
  const others = [
    ...[`.warehouse.building-${process.ppid}-0`, '.warehouse.building-notes', '.warehouse.previous-2024'],
    ...[`.other.building-${token}`],
  ];
  for (const name of others) await writeFile(join(folder, name), '');
  const staging = await Staging.open(join(folder, 'new'));
  await staging.close();
  t.is(
    (await readdir(folder)).length,
    1 + left.length + others.length,
    'of another place nothing is touched',
  );
  await using second = await staged(out, 2);
  t.deepEqual((await readdir(folder)).sort(), [...others, ...own(second), 'warehouse'].sort());
});

test('an earlier warehouse that is aside and the only one is not removed', async (t) => {
  const folder = await temporaryFolder(t);
  const aside = join(folder, '.warehouse.previous-0123456789abcdef');
  await mkdir(aside);
  await writeFile(join(aside, 'manifest.json'), JSON.stringify({ format: FORMAT, number: 1 }));
  const out = join(folder, 'warehouse');
  const staging = await staged(out, 2);
  await staging.close();
  t.deepEqual(await readdir(folder), ['.warehouse.previous-0123456789abcdef']);
  await using second = await staged(out, 3);
  await second.publish();
  t.false(existsSync(aside), 'until there is a new one');
});

test('a publication that cannot succeed leaves the earlier warehouse', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'warehouse');
  const first = await staged(out, 1);
  await first.publish();
  await first.close();
  const second = await staged(out, 2);
  await rm(second.folder, { recursive: true });
  await t.throwsAsync(second.publish(), { code: 'ENOENT' });
  t.is(await numberAt(out), 1);
  await second.close();
  t.deepEqual(await readdir(folder), ['warehouse']);
});

test('a build whose lock was removed does not publish', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'warehouse');
  await using first = await staged(out, 1);
  await rm(join(folder, '.warehouse.lock'));
  await using second = await staged(out, 2);
  await t.throwsAsync(first.publish(), {
    instanceOf: UserError,
    message: /removed or is another's; nothing was published/,
  });
  await first.close();
  t.true(existsSync(join(folder, '.warehouse.lock')), "another's lock stays");
  await second.publish();
  t.is(await numberAt(out), 2);
});

test('a signal ends a publication until the new warehouse is in its place, and not after it', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'warehouse');
  await using first = await staged(out, 1);
  await t.throwsAsync(first.publish(AbortSignal.abort(new Error('stop'))), { message: 'stop' });
  t.false(existsSync(out));
  const controller = new AbortController();
  await first.publish(controller.signal, () => controller.abort());
  t.is(await numberAt(out), 1);
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
  await using warehouse = await staged(join(folder, 'warehouse'), 1);
  await warehouse.publish();
  await warehouse.close();
  t.true(isWarehouse(warehouse.out));
  await t.throwsAsync(Staging.open(warehouse.out, { kind }), {
    message: /or earlier letters, found something else/,
  });
});

test('a folder whose name is as long as a name can be is written', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'w'.repeat(255));
  for (const number of [1, 2]) {
    await using staging = await staged(out, number);
    await staging.publish();
  }
  t.is(await numberAt(out), 2);
  t.deepEqual(await readdir(folder), ['w'.repeat(255)]);
});
