import { spawn } from 'node:child_process';
import { existsSync, readlinkSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { UserError } from '../../etl/error.js';
import { Staging } from '../../etl/publish/staging.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const TOKEN = '0123456789abcdef';

/** A lock as this process would write it, with other values where `values` has them, in a new folder. */
async function lockedBy(t: ExecutionContext, values: Record<string, unknown>) {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'warehouse');
  const lock = join(folder, '.warehouse.lock');
  await using own = await Staging.open(out);
  const record = JSON.parse(await readFile(lock, 'utf8'));
  await own.close();
  await writeFile(lock, JSON.stringify({ ...record, token: TOKEN, ...values }));
  await writeFile(join(folder, `.warehouse.building-${TOKEN}`), 'of the holder');
  return { folder, out, lock };
}

/** Whether the processes of all containers are seen from here. */
function isInitialNamespace(): boolean {
  return process.platform === 'linux' && readlinkSync('/proc/self/ns/pid') === 'pid:[4026531836]';
}

/** Pid of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await new Promise((resolve) => child.on('close', resolve));
  return child.pid!;
}

test('a lock names host, start of the host, process, its start, and the time', async (t) => {
  const { lock } = await lockedBy(t, {});
  const record = JSON.parse(await readFile(lock, 'utf8'));
  t.is(record.host, hostname());
  t.is(record.pid, process.pid);
  t.regex(record.since, /^\d{4}-\d\d-\d\dT/);
  if (process.platform === 'linux') {
    t.is(`${record.boot_id}\n`, await readFile('/proc/sys/kernel/random/boot_id', 'utf8'));
    const stat = await readFile('/proc/self/stat', 'utf8');
    t.is(record.process_start, stat.split(' ').at(-31), 'the 22nd of its 52 fields');
  }
});

const dead: Record<string, () => Promise<Record<string, unknown>>> = {
  'a process that has ended': async () => ({ pid: await endedPid() }),
  'an earlier process with the same pid': async () => ({ process_start: '1' }),
  'an earlier start of this host': async () => ({ boot_id: 'another' }),
  'a container whose processes have all ended': async () => ({
    pid_namespace: 'pid:[1]',
    host: 'container',
    process_start: '1',
  }),
};

for (const [name, holder] of Object.entries(dead)) {
  test(`the lock of ${name} is taken over, and what it left is removed`, async (t) => {
    const isSeen = name.includes('container') ? isInitialNamespace() : process.platform === 'linux';
    if (!isSeen) return t.pass('cannot be known here');
    const { folder, out } = await lockedBy(t, await holder());
    await using staging = await Staging.open(out);
    t.false(existsSync(join(folder, `.warehouse.building-${TOKEN}`)));
    await staging.close();
    t.deepEqual(await readdir(folder), []);
  });
}

const alive: Record<string, { holder(): Promise<Record<string, unknown>>; says: RegExp }> = {
  'this process': {
    holder: async () => ({}),
    says: /nothing was touched\. Wait for its end, or choose another --out\.$/,
  },
  'a process of another user': {
    holder: async () => ({
      pid: 1,
      process_start: (await readFile('/proc/1/stat', 'utf8')).split(' ').at(-31),
    }),
    says: /found one by process 1 on host/,
  },
  'another host': {
    holder: async () => ({ host: 'elsewhere', boot_id: 'another' }),
    says: /on host elsewhere since .*only where that process does not run any more, remove .*\.warehouse\.lock\.$/,
  },
  'a host of which only the name is known': {
    holder: async () => ({ host: 'elsewhere', boot_id: null, pid_namespace: null, process_start: null }),
    says: /on host elsewhere since /,
  },
};

for (const [name, { holder, says }] of Object.entries(alive)) {
  test(`the lock of ${name} is respected at once, and its staging stays`, async (t) => {
    const { folder, out, lock } = await lockedBy(t, await holder());
    const before = await readFile(lock, 'utf8');
    const started = performance.now();
    const error = await t.throwsAsync(Staging.open(out), { instanceOf: UserError });
    t.true(performance.now() - started < 500);
    t.regex(error.message, says);
    t.is(error.exitCode, 1);
    t.is(await readFile(lock, 'utf8'), before);
    t.deepEqual((await readdir(folder)).sort(), [`.warehouse.building-${TOKEN}`, '.warehouse.lock']);
  });
}

test('a lock without content, or that is none, is waited for and then shown', async (t) => {
  const { out, lock } = await lockedBy(t, {});
  await writeFile(lock, '');
  await t.throwsAsync(Staging.open(out), {
    instanceOf: UserError,
    message: /says nothing of its holder.*remove .*\.lock/,
  });
  setTimeout(() => rm(lock), 100);
  await using staging = await Staging.open(out);
  t.true(existsSync(staging.folder), 'one that is just being released or written is no reason to fail');
});

test('of many that find the lock of an ended process one takes it over', async (t) => {
  const { folder, out } = await lockedBy(t, { pid: await endedPid() });
  const opened = await Promise.allSettled(Array.from({ length: 12 }, () => Staging.open(out)));
  const ours = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  t.is(ours.length, 1);
  t.true(existsSync(ours[0]!.folder));
  await ours[0]!.close();
  t.deepEqual(await readdir(folder), []);
});
