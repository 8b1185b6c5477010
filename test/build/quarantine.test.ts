import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { build } from '../../etl/build.js';
import { quarantineCodes } from '../../etl/diagnostics/codes.js';
import { LIMITS } from '../../etl/limits.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf } from '../helpers/graph.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { type Ask, withWarehouse } from '../helpers/warehouse.js';
import { faultyEntries, soundEntries } from './faults/entries.js';
import { faultyGraphs } from './faults/graphs.js';
import { faultyMembers, writeFaultyZip } from './faults/members.js';

/** Stands where a report has its text; no message may repeat it. */
const SENTINEL = 'Sentinel opacity next to the zebra';

/** Rows of `quarantine` as far as a case states them, by source, member and pointer. */
const quarantined = `
  select source, member, code, json_pointer from quarantine order by source, member, json_pointer`;

async function buildFrom<T>(
  t: ExecutionContext,
  write: (folder: string) => Promise<string>,
  ask: (ask: Ask) => Promise<T>,
): Promise<T> {
  const folder = await temporaryFolder(t);
  const input = await write(join(folder, 'input'));
  const out = join(folder, 'warehouse');
  await build({ derived: 'none', input, out, workers: 1 });
  return withWarehouse(out, async (query) => {
    t.deepEqual(
      await query(`
        select message as leaked from quarantine where contains(message, '${SENTINEL}')
        union all
        select concat_ws(' ', location, detail) from data_issues
        where contains(concat_ws(' ', location, detail), '${SENTINEL}')`),
      [],
      'no message repeats report text',
    );
    return ask(query);
  });
}

/** Where the index of an entry of each list ends up. */
const indexColumns = {
  objects: ['objects', 'object_index'],
  attributes: ['object_phrases', 'entry_index'],
  relationships: ['comparison_relations', 'relationship_index'],
};

const withSentinel = (text: string) =>
  ['cough', 'No pneumothorax.', 'Unchanged.'].reduce((sum, phrase) => sum.replaceAll(phrase, SENTINEL), text);

test('a graph that cannot be trusted is rejected whole, all others load', async (t) => {
  const files = Object.fromEntries(
    Object.entries(faultyGraphs).map(([name, [content]]) => [
      `${name}.json`,
      typeof content === 'string' ? withSentinel(content) : content,
    ]),
  );
  const sound = { 'a/first.json': graphOf({ image_id: 'first' }), 'z.json': graphOf({ image_id: 'last' }) };
  await buildFrom(
    t,
    (folder) => writeFiles(folder, { ...files, ...sound }),
    async (ask) => {
      t.deepEqual(
        await ask(quarantined),
        Object.entries(faultyGraphs)
          .map(([name, [, code]]) => ({ source: `${name}.json`, member: null, code, json_pointer: '' }))
          .sort((a, b) => (a.source < b.source ? -1 : 1)),
      );
      t.deepEqual(await ask('select image_id from images'), [{ image_id: 'first' }, { image_id: 'last' }]);
    },
  );
});

test('an entry that cannot be trusted is rejected alone, the others keep their indexes', async (t) => {
  const cases = [...faultyEntries].map(([name, faulty], i) => ({ ...faulty, name, image_id: `image ${i}` }));
  const files = cases.map(({ list, entry, image_id, name }) => {
    const sound = Object.entries(soundEntries).map(([list, of]) => [list, [of()]]);
    const faulty = [soundEntries[list](), entry, soundEntries[list]()];
    const graph = graphOf({ image_id, ...Object.fromEntries(sound), [list]: faulty });
    return [`${name.replaceAll(' ', '_')}.json`, withSentinel(JSON.stringify(graph))];
  });
  const indexes = (list: string, faulty: string) => (list === faulty ? [0, 2] : [0]);
  await buildFrom(
    t,
    (folder) => writeFiles(folder, Object.fromEntries(files)),
    async (ask) => {
      t.deepEqual(
        await ask(quarantined),
        cases
          .map(({ name, list, code }) => ({
            source: `${name.replaceAll(' ', '_')}.json`,
            member: null,
            code,
            json_pointer: `/${list}/1`,
          }))
          .sort((a, b) => (a.source < b.source ? -1 : 1)),
      );
      t.deepEqual(
        await ask(`
          select image_id, ${Object.entries(indexColumns)
            .map(
              ([list, [table, column]]) => `coalesce((
              select list(distinct ${column} order by ${column}) from ${table} where ${table}.image_id = images.image_id
            ), []) as ${list}`,
            )
            .join(', ')}
          from images order by cast(split(image_id, ' ')[2] as integer)`),
        cases.map(({ image_id, list }) => ({
          image_id,
          objects: indexes('objects', list),
          attributes: indexes('attributes', list),
          relationships: indexes('relationships', list),
        })),
      );
      t.deepEqual(
        await ask('select distinct code from data_issues'),
        [],
        'a rejected entry is in quarantine only',
      );
    },
  );
});

test('a zip member that cannot be trusted is rejected alone', async (t) => {
  const names = Object.entries(faultyMembers);
  await buildFrom(t, writeFaultyZip, async (ask) => {
    t.deepEqual(
      await ask(quarantined),
      names
        .flatMap(([member, { code }]) =>
          code === undefined ? [] : [{ source: 'graphs.zip', member, code, json_pointer: '' }],
        )
        .sort((a, b) => (a.member < b.member ? -1 : 1)),
    );
    t.deepEqual(
      await ask('select image_id from images order by image_id'),
      names
        .flatMap(([, { image_id }]) => (image_id === undefined ? [] : [{ image_id }]))
        .sort((a, b) => (a.image_id < b.image_id ? -1 : 1)),
    );
  });
});

test('what is no file, and what is too large to be a graph, is rejected without being read', async (t) => {
  await buildFrom(
    t,
    async (folder) => {
      await writeFiles(folder, { 'sound.json': graphOf() });
      execFileSync('mkfifo', [join(folder, 'pipe.json')]);
      await symlink('nowhere', join(folder, 'dangling.json'));
      await symlink('/dev/zero', join(folder, 'endless.json'));
      await writeFile(join(folder, 'large.json'), '');
      await truncate(join(folder, 'large.json'), LIMITS.graphBytes + 1);
      await mkdir(join(folder, 'folder.json'));
      return folder;
    },
    async (ask) => {
      t.deepEqual(
        (await ask(quarantined)).map(({ source, code }) => `${source} ${code}`),
        [
          'dangling.json unreadable',
          'endless.json unreadable',
          'large.json too_large',
          'pipe.json unreadable',
        ],
      );
      t.deepEqual(await ask('select image_id from images'), [{ image_id: 'a1' }]);
    },
  );
});

test('of two graphs of one image the first sound one stays', async (t) => {
  const deep = `{"deep": ${'['.repeat(20_000)}${']'.repeat(20_000)}, ${JSON.stringify(graphOf({ image_id: 'b' })).slice(1)}`;
  const twice = JSON.stringify(graphOf({ image_id: 'c' })).replace(/\}$/, ',"image_id":"other"}');
  await buildFrom(
    t,
    (folder) =>
      writeFiles(folder, {
        'a/1.json': graphOf({ image_id: 'a', viewpoint: 'AP' }),
        'a/2.json': graphOf({ image_id: 'a', viewpoint: 'PA' }),
        'b/1.json': deep,
        'b/2.json': deep,
        'b/3.json': graphOf({ image_id: 'b', viewpoint: 'PA' }),
        'c/1.json': twice,
        'c/2.json': graphOf({ image_id: 'c', viewpoint: 'PA' }),
        'd/1.json': graphOf({ image_id: 'd', objects: undefined }),
        'd/2.json': graphOf({ image_id: 'd', viewpoint: 'AP' }),
        'd/3.json': graphOf({ image_id: 'd', viewpoint: 'PA' }),
      }),
    async (ask) => {
      t.deepEqual(await ask('select image_id, viewpoint from images order by image_id'), [
        { image_id: 'a', viewpoint: 'AP' },
        { image_id: 'b', viewpoint: 'PA' },
        { image_id: 'c', viewpoint: 'PA' },
        { image_id: 'd', viewpoint: 'AP' },
      ]);
      t.deepEqual(
        (await ask(quarantined)).map(({ source, code }) => `${source} ${code}`),
        [
          'a/2.json duplicate_image',
          'b/1.json too_deep',
          'b/2.json too_deep',
          'c/1.json duplicate_key',
          'd/1.json missing_key',
          'd/3.json duplicate_image',
        ],
      );
    },
  );
});

test('every code is reached by a case', (t) => {
  const elsewhere = ['unreadable', 'too_large', 'duplicate_image'];
  const reached = new Set<string>([
    ...Object.values(faultyGraphs).map(([, code]) => code),
    ...[...faultyEntries.values()].map(({ code }) => code),
    ...Object.values(faultyMembers).flatMap(({ code }) => code ?? []),
    ...elsewhere,
  ]);
  const ofGraphs = Object.keys(quarantineCodes).filter((code) => code !== 'field_count');
  t.deepEqual([...reached].sort(), ofGraphs.sort());
});
