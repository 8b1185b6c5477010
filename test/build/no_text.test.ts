import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { synthesize } from '../../etl/synth/index.js';
import type { Json } from '../helpers/graph.js';
import { footerOf, partsOf } from '../helpers/parquet.js';
import { withWarehouse } from '../helpers/warehouse.js';
import { filesBelow } from '../synth/release.js';

/** Begins every text of the second release; compressed or not, some bytes of it would be met. */
const SENTINEL = 'qZ7vK2xWm4';
const sentenceFiles = /processed-sentences_all\.txt$|gold_[a-z]+_\w+\.txt$/;

let folder: string;
/** Texts of the first release. */
const texts = new Set<string>();

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  for (const release of [first, second])
    await synthesize({ images: 60, seed: 51, out: release, loose: true });
  for (const path of await filesBelow(second)) {
    if (path.endsWith('_SceneGraph.json')) await rewrite(join(second, path), withSentinel);
    if (sentenceFiles.test(path)) await rewrite(join(second, path), lastColumnWithSentinel);
  }
  for (const release of [first, second]) {
    await build({ input: release, out: `${release} warehouse`, workers: 1, withText: false });
  }
  await build({ input: first, out: join(folder, 'with text'), workers: 1 });
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

function withSentinel(json: string): string {
  const graph = JSON.parse(json);
  const change = (text: string) => {
    texts.add(text);
    return `${SENTINEL} ${createHash('sha256').update(text).digest('hex')}`;
  };
  graph.reason_for_exam = change(graph.reason_for_exam);
  for (const entry of graph.attributes as Json[]) entry.phrases = (entry.phrases as string[]).map(change);
  for (const relation of graph.relationships as Json[]) relation.phrase = change(relation.phrase as string);
  return JSON.stringify(graph);
}

/** Of the sentence lists, whose last column is the sentence, as far as a line has no quotes. */
function lastColumnWithSentinel(text: string): string {
  const [header, ...lines] = text.split('\n');
  if (!header!.endsWith('\tsentence')) return text;
  const changed = lines.map((line) =>
    line.includes('"') ? line : line.replace(/\t[^\t]+$/, `\t${SENTINEL} of a list`),
  );
  return [header, ...changed].join('\n');
}

test('no byte of the tables depends on the texts', async (t) => {
  const [first, second] = [join(folder, 'first warehouse'), join(folder, 'second warehouse')];
  const files = (await filesBelow(first)).filter((path) => path.endsWith('.parquet'));
  t.true(files.length > 30);
  t.deepEqual(
    (await filesBelow(second)).filter((path) => path.endsWith('.parquet')),
    files,
  );
  for (const path of files) {
    t.true((await readFile(join(first, path))).equals(await readFile(join(second, path))), path);
  }
});

test('no file holds a text, the database neither', async (t) => {
  const out = join(folder, 'second warehouse');
  for (const path of await filesBelow(out)) {
    t.false((await readFile(join(out, path))).includes(SENTINEL), path);
  }
});

test('no column of a table, a view or the optional inputs has a text', async (t) => {
  t.true(texts.size > 200);
  await withWarehouse(join(folder, 'first warehouse'), async (ask) => {
    const relations = await ask(`
      select '"' || schema_name || '"."' || table_name || '"' as relation,
        string_agg('"' || column_name || '"::varchar', ', ') as columns
      from duckdb_columns()
      where not internal and data_type in ('VARCHAR', 'VARCHAR[]')
      group by all`);
    t.true(relations.length > 50);
    const known = [...texts].map((text) => `('${text.replaceAll("'", "''")}')`).join(', ');
    for (const { relation, columns } of relations) {
      const [found] = await ask(`
        with known (text) as (values ${known}), texts as (select unnest([${columns}]) as value from ${relation})
        select count(*)::integer as n from known semi join texts on value = text`);
      t.is(found!.n, 0, relation as string);
    }
  });
});

test('what is text is absent or NULL, everything else is as in a build with text', async (t) => {
  const [without, whole] = [join(folder, 'first warehouse'), join(folder, 'with text')];
  const tables = async (out: string) => {
    const own = (await readdir(join(out, 'parquet'))).filter((name) => name !== 'derived');
    const derived = await readdir(join(out, 'parquet', 'derived'));
    return [...own.map((name) => name.replace('.parquet', '')), ...derived.map((name) => `derived/${name}`)];
  };
  t.deepEqual(
    (await tables(whole)).filter((name) => name !== 'phrases' && name !== 'source_details'),
    await tables(without),
  );
  const columns = async (out: string, table: string) => {
    const [part] = await partsOf(out, table);
    const { schema } = await footerOf(join(out, part!));
    return schema
      .slice(1)
      .flatMap(({ name, repetition_type }) =>
        repetition_type === 'REPEATED' || name === 'element' ? [] : name,
      );
  };
  const absent: string[] = [];
  for (const table of await tables(without)) {
    const kept = await columns(without, table);
    absent.push(
      ...(await columns(whole, table))
        .filter((name) => !kept.includes(name))
        .map((name) => `${table}.${name}`),
    );
  }
  t.deepEqual(absent.sort(), [
    'comparison_relations.phrase',
    ...[
      'gold_attribute_relations',
      'gold_baseline_object_attributes',
      'gold_comparison_relations',
      'gold_object_attributes',
      'gold_object_comparisons',
    ].map((table) => `${table}.sentence`),
    'gold_sentences.sentence',
    'sentences.sentence',
  ]);
  await withWarehouse(without, async (ask) => {
    t.deepEqual(await ask('select count(reason_for_exam)::integer as n from images'), [{ n: 0 }]);
    t.deepEqual(
      await ask(`select count(*)::integer as n from duckdb_tables() where table_name = 'phrases'`),
      [{ n: 0 }],
    );
    t.deepEqual(await ask('select count(phrase)::integer as n from attribute_mentions'), [{ n: 0 }]);
    t.deepEqual(await ask(`select value from build_info where key = 'with_text'`), [{ value: 'false' }]);
    await ask(`attach '${join(whole, 'imagenome.duckdb')}' as whole (read_only)`);
    for (const table of [
      'objects',
      'object_phrases',
      'object_attributes',
      'report_findings',
      'patient_sequences',
    ]) {
      t.deepEqual(
        await ask(`select count(*)::integer as n from (from whole.${table} except all from ${table})`),
        [{ n: 0 }],
        table,
      );
    }
  });
});
