import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../../etl/build.js';
import { synthesize } from '../../../etl/synth/index.js';
import { imagenome, type Said } from '../../helpers/command.js';
import { corruptions } from './corruptions.js';
import { Damaged, type Renewal } from './damaged.js';

const renewals: readonly Renewal[] = ['manifest', 'checksums', 'nothing'];

/** Every corruption, with whatever can be renewed behind it; `npm run test:corruptions` runs all of them. */
const cases = corruptions.flatMap(({ name, corrupt, words }) =>
  renewals.flatMap((renewal) => {
    const said = words[renewal];
    return said === undefined ? [] : [{ name, corrupt, renewal, ...said }];
  }),
);

/** The first case of each check. */
const firstCases = [...new Map(cases.toReversed().map((one) => [one.check, one])).values()].toReversed();

let folder: string;
const warehouse = (name: 'published' | 'older') => join(folder, name);

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  for (const [name, seed] of [
    ['published', 3],
    ['older', 4],
  ] as const) {
    const input = join(folder, `release-${name}`);
    await synthesize({ images: 8, seed, out: input, defects: false, workers: 1 });
    await build({ input, out: warehouse(name), workers: 1 });
  }
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

/** Checks a copy; what it says has a finding per line. */
async function check(name: string, damage: (copy: Damaged) => void | Promise<void>): Promise<Said> {
  const copy = Damaged.copyOf(warehouse('published'), join(folder, name));
  try {
    await damage(copy);
    const said = await imagenome('check', copy.folder);
    return { ...said, out: said.out.replace(/\n {6,}(?![-→ ])/g, ' ') };
  } finally {
    await rm(copy.folder, { recursive: true });
  }
}

test.serial('without a corruption all is well, whatever is renewed', async (t) => {
  for (const renewal of renewals) {
    const { code, out } = await check('sound', (copy) => copy.renew(renewal));
    t.is(code, 0, out);
    t.regex(out, /checks, all is well\n$/);
  }
});

for (const { name, corrupt, renewal, words } of process.argv.includes('--all') ? cases : firstCases) {
  test.serial(`check finds ${name}, with ${renewal} renewed`, async (t) => {
    const { code, out } = await check('damaged', async (copy) => {
      await corrupt(copy, warehouse('older'));
      await copy.renew(renewal);
    });
    t.is(code, 1);
    t.regex(out, words);
  });
}
