import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Damaged, Renewal } from './damaged.js';

/** The check that finds a corruption, or several of which one does, and what it says. */
export interface Words {
  readonly check: string;
  readonly words: RegExp;
}

/** A corruption of a published folder, and what `check` says of it. */
export interface Corruption {
  readonly name: string;
  /** @param older a warehouse of another input */
  readonly corrupt: (warehouse: Damaged, older: string) => void | Promise<void>;
  /** What finds it, and its words, by what was renewed behind it. A renewal that would undo the corruption is left out. */
  readonly words: Partial<Record<Renewal, Words>>;
}

/** A check fails, says this and then what to do. */
const fails = (check: string, words = ''): Words => ({
  check,
  words: new RegExp(`^FAIL  (${check}): [^→]*${words}[^→]*→ \\w+`, 'm'),
});

/** The words of a file that is not the published one: by the list, then by the manifest, then by what it holds. */
const changedFile = (path: string, content: Words): Corruption['words'] => ({
  nothing: fails('changed_files', `${path}: expected sha256`),
  checksums: fails('manifest_files', path),
  manifest: content,
});

const part = 'parquet/\\S*/patient_group=p\\d\\d/part-\\d+\\.parquet';
const database = (content: Words) => changedFile('imagenome.duckdb', content);
const unlike = (words: string) => fails('parquet_unlike_duckdb', words);

export const corruptions: readonly Corruption[] = [
  {
    name: 'a flipped byte in a part',
    corrupt: (warehouse) => warehouse.flip(warehouse.part('object_attributes'), 200),
    words: changedFile(part, fails('parquet_unlike_duckdb|unreadable_parquet', 'object_attributes')),
  },
  {
    name: 'a flipped byte in the database',
    corrupt: (warehouse) => warehouse.flip('imagenome.duckdb'),
    words: database(fails('\\w+', 'imagenome.duckdb')),
  },
  {
    name: 'a flipped byte in manifest.json',
    corrupt: (warehouse) => warehouse.flip('manifest.json'),
    words: {
      nothing: fails('changed_files', 'manifest.json'),
      checksums: fails('manifest_\\w+', 'manifest.json'),
    },
  },
  ...['README.md', 'NOTICE.txt', 'croissant.json', 'datapackage.json', 'attach.sql'].map((path) => ({
    name: `a flipped byte in ${path}`,
    corrupt: (warehouse: Damaged) => warehouse.flip(path),
    words: changedFile(path, fails('other_documents', path)),
  })),
  {
    name: 'a flipped byte in SHA256SUMS.txt',
    corrupt: (warehouse) => warehouse.flip('SHA256SUMS.txt'),
    words: { nothing: fails('checksum_list|changed_files|missing_files', 'SHA256SUMS') },
  },
  {
    name: 'a flipped byte in regions.parquet',
    corrupt: (warehouse) => warehouse.flip('parquet/regions.parquet', 200),
    words: changedFile('regions.parquet', fails('parquet_unlike_duckdb|unreadable_parquet', 'regions')),
  },
  {
    name: 'a flipped byte in chunks.json',
    corrupt: (warehouse) => warehouse.flip('chunks.json'),
    words: {
      nothing: fails('changed_files', 'chunks.json: expected sha256'),
      checksums: fails('manifest_files', 'chunks.json'),
    },
  },
  {
    name: 'a part dropped',
    corrupt: (warehouse) => rmSync(warehouse.path(warehouse.part('objects'))),
    words: {
      nothing: fails('missing_files', part),
      checksums: fails('missing_files', part),
      manifest: fails('missing_files', part),
    },
  },
  {
    name: 'a part swapped with another',
    corrupt: (warehouse) => swap(warehouse, 'objects'),
    words: changedFile(part, fails('parquet_groups', 'patients of p\\d\\d only, found p\\d\\d')),
  },
  {
    name: 'a part moved to another group',
    corrupt: (warehouse) => {
      const from = warehouse.part('phrases');
      const to = from.replace(/patient_group=p\d\d/, 'patient_group=p77');
      mkdirSync(warehouse.path(dirname(to)));
      renameSync(warehouse.path(from), warehouse.path(to));
    },
    words: {
      nothing: fails('further_files', 'patient_group=p77/part-0.parquet: expected nothing of this name'),
      checksums: fails('missing_files', `${part}: expected a file`),
    },
  },
  {
    name: 'a part moved to another group, and its path in the manifest',
    corrupt: (warehouse) => {
      const from = warehouse.part('phrases');
      const to = from.replace(/patient_group=p\d\d/, 'patient_group=p77');
      mkdirSync(warehouse.path(dirname(to)));
      renameSync(warehouse.path(from), warehouse.path(to));
      rmSync(warehouse.path(dirname(from)), { recursive: true });
      warehouse.editManifest(({ tables }) => {
        for (const file of tables.flatMap(({ files }) => files)) if (file.path === from) file.path = to;
      });
    },
    words: { manifest: fails('parquet_groups', 'patients of p77 only') },
  },
  {
    name: 'a part truncated',
    corrupt: (warehouse) => truncateSync(warehouse.path(warehouse.part('objects')), 700),
    words: changedFile(part, fails('unreadable_parquet', `${part}: expected a Parquet file`)),
  },
  {
    name: 'a row of Parquet changed',
    corrupt: (warehouse) =>
      warehouse.rewrite(
        warehouse.part('objects'),
        'select * replace (if(rowid = 0, x1 + 1, x1) as x1) from part order by rowid',
      ),
    words: changedFile(
      part,
      unlike(`${part}: expected the rows of objects in DuckDB, found other values of x1`),
    ),
  },
  {
    name: 'rows of Parquet reordered',
    corrupt: (warehouse) =>
      warehouse.rewrite(warehouse.part('objects'), 'from part order by patient_id, rowid desc'),
    words: changedFile(part, unlike('objects: expected the same order in Parquet and DuckDB')),
  },
  {
    name: 'a row of Parquet doubled',
    corrupt: (warehouse) =>
      warehouse.rewrite(warehouse.part('images'), 'from part union all (from part limit 1)'),
    words: changedFile(part, fails('parquet_rows', `${part}: expected \\d+ rows, by manifest.json`)),
  },
  {
    name: 'a column of Parquet dropped',
    corrupt: (warehouse) =>
      warehouse.rewrite(warehouse.part('images'), 'select * exclude (gender) from part'),
    words: changedFile(part, fails('parquet_columns', 'gender BYTE_ARRAY UTF8 as column 5')),
  },
  {
    name: 'a type of Parquet changed',
    corrupt: (warehouse) =>
      warehouse.rewrite(warehouse.part('objects'), 'select * replace (x1::bigint as x1) from part'),
    words: changedFile(part, fails('parquet_columns', 'x1 INT32 INT_32[^→]*found x1 INT64')),
  },
  {
    name: 'a row of Parquet of another group',
    corrupt: (warehouse) =>
      warehouse.rewrite(
        warehouse.part('images'),
        'select * replace (if(rowid = 0, 77000001, patient_id) as patient_id) from part order by rowid',
      ),
    words: changedFile(part, fails('parquet_groups', 'patients of p\\d\\d only, found p77')),
  },
  {
    name: 'a further part in a group of images',
    corrupt: (warehouse) => {
      const from = warehouse.part('images');
      copyFileSync(warehouse.path(from), warehouse.path(from.replace(/part-\d+/, 'part-7')));
    },
    words: {
      nothing: fails('further_files', 'part-7.parquet: expected nothing of this name, found a file'),
      checksums: fails('further_files', 'part-7.parquet'),
    },
  },
  {
    name: 'a further file in parquet/images',
    corrupt: (warehouse) => writeFileSync(warehouse.path('parquet/images/_metadata'), ''),
    words: { nothing: fails('further_files', 'parquet/images/_metadata'), checksums: fails('further_files') },
  },
  {
    name: 'a further file at the root',
    corrupt: (warehouse) => writeFileSync(warehouse.path('more.txt'), 'more'),
    words: { nothing: fails('further_files', 'more.txt'), checksums: fails('further_files', 'more.txt') },
  },
  {
    name: 'a further empty folder',
    corrupt: (warehouse) => {
      mkdirSync(warehouse.path('parquet/images/patient_group=p99'));
    },
    words: {
      nothing: fails('further_files', 'patient_group=p99: expected nothing of this name, found a folder'),
    },
  },
  {
    name: 'a link to a file elsewhere',
    corrupt: (warehouse, older) =>
      symlinkSync(`${older}/NOTICE.txt`, warehouse.path('parquet/images/more.parquet')),
    words: { nothing: fails('further_files', 'more.parquet: expected nothing of this name, found a link') },
  },
  {
    name: 'a file that is a link to its like elsewhere',
    corrupt: (warehouse, older) => {
      const path = warehouse.part('images');
      const aside = `${older}/../aside-${Math.random()}.parquet`;
      renameSync(warehouse.path(path), aside);
      symlinkSync(aside, warehouse.path(path));
    },
    words: { nothing: fails('further_files', 'part-\\d.parquet: expected a file of its own, found a link') },
  },
  {
    name: 'a relation of the database updated',
    corrupt: (warehouse) =>
      warehouse.run(
        "update object_attributes set relation = if(relation = 'no', 'yes', 'no') where rowid = 3",
      ),
    words: database(
      unlike('expected the rows of object_attributes in DuckDB, found other values of relation'),
    ),
  },
  {
    name: 'a row of the database deleted',
    corrupt: (warehouse) => warehouse.run('delete from comparison_relations where rowid = 0'),
    words: database(
      fails('manifest_rows', 'comparison_relations: expected \\d+ rows, by manifest.json, found \\d+'),
    ),
  },
  {
    name: 'a row of the database deleted and one added',
    corrupt: (warehouse) =>
      warehouse.run('delete from splits where rowid = 0; insert into splits from splits limit 1'),
    words: database(unlike('parquet/splits.parquet: expected the rows of splits in DuckDB')),
  },
  {
    name: 'an id of the database changed',
    corrupt: (warehouse) => warehouse.run('update phrases set study_id = study_id + 1 where rowid = 0'),
    words: database(unlike('found other values of study_id')),
  },
  {
    name: 'a view dropped',
    corrupt: (warehouse) => warehouse.run('drop view demographics'),
    words: database(fails('missing_views', 'view main.demographics: expected a view, found none')),
  },
  {
    name: 'a view defined otherwise',
    corrupt: (warehouse) =>
      warehouse.run(
        'create or replace view report_findings as from derived.report_findings where not is_conflict',
      ),
    words: database(
      fails('other_definitions', 'view main.report_findings: expected the definition of its file'),
    ),
  },
  {
    name: 'a comment changed',
    corrupt: (warehouse) => warehouse.run("comment on column images.study_order is 'the order of studies'"),
    words: database(fails('other_comments', 'column main.images.study_order: expected the comment')),
  },
  {
    name: 'a macro dropped',
    corrupt: (warehouse) => warehouse.run('drop macro table finding_matrix'),
    words: database(fails('missing_views', 'macro main.finding_matrix: expected a macro, found none')),
  },
  {
    name: 'a macro defined otherwise',
    corrupt: (warehouse) => warehouse.run('create or replace macro is_finding(category_id) as true'),
    words: database(fails('other_definitions', 'macro main.is_finding')),
  },
  {
    name: 'an optional table dropped',
    corrupt: (warehouse) => warehouse.run('drop table images_to_avoid'),
    words: database(fails('missing_tables', 'table main.images_to_avoid: expected a table')),
  },
  {
    name: 'rows of the database reordered',
    corrupt: (warehouse) =>
      warehouse.run(
        `create temp table reordered as from images order by rowid desc;
         delete from images; insert into images from reordered order by rowid`,
      ),
    words: database(fails('images_out_of_order')),
  },
  {
    name: 'the text of a phrase changed',
    corrupt: (warehouse) => warehouse.run("update phrases set phrase = phrase || '.' where rowid = 0"),
    words: database(unlike('expected the rows of phrases in DuckDB, found other values of phrase\\n')),
  },
  {
    name: 'a box changed',
    corrupt: (warehouse) => warehouse.run('update objects set x1 = x1 + 1 where rowid = 0'),
    words: database(unlike('expected the rows of objects in DuckDB, found other values of x1')),
  },
  {
    name: 'a stored roll-up changed',
    corrupt: (warehouse) => warehouse.run('update derived.cohort set n_boxes = n_boxes + 1 where rowid = 0'),
    words: database(unlike('found other values of n_boxes')),
  },
  {
    name: 'build_info changed',
    corrupt: (warehouse) => warehouse.run("update build_info set value = '0.0.9' where key = 'version'"),
    words: database(
      fails('manifest_build', 'build_info version: expected [\\d.]+, by manifest.json, found 0.0.9'),
    ),
  },
  {
    name: 'a further table in the database',
    corrupt: (warehouse) => warehouse.run('create table more (i integer)'),
    words: database(fails('further_tables', 'table main.more: expected no table of this name')),
  },
  {
    name: 'a further view in the database',
    corrupt: (warehouse) => warehouse.run('create view more as from images'),
    words: database(fails('further_tables', 'view main.more: expected no view of this name')),
  },
  {
    name: 'the rows of a table changed in the manifest',
    corrupt: (warehouse) =>
      warehouse.editManifest(({ tables }) => {
        tables[0]!.rows++;
      }),
    words: {
      nothing: fails('manifest_files', 'images rows: expected \\d+, the sum of its files'),
      checksums: fails('manifest_rows', 'images: expected \\d+ rows, by manifest.json'),
    },
  },
  {
    name: 'the hash of a file changed in the manifest',
    corrupt: (warehouse) =>
      warehouse.editManifest(({ tables }) => {
        tables[0]!.files[0]!.sha256 = '0'.repeat(64);
      }),
    words: {
      nothing: fails('changed_files', 'manifest.json'),
      checksums: fails('manifest_files', `${part} sha256: expected 0+, by manifest.json`),
    },
  },
  {
    name: 'a table removed from the manifest',
    corrupt: (warehouse) =>
      warehouse.editManifest((manifest) => {
        manifest.tables = manifest.tables.filter(({ name }) => name !== 'objects');
      }),
    words: {
      nothing: fails('manifest_tables', 'expected objects, found no table'),
      checksums: fails('further_files', 'parquet/objects'),
    },
  },
  {
    name: 'the fingerprint changed in the manifest',
    corrupt: (warehouse) =>
      warehouse.editManifest(({ build }) => {
        build.input_fingerprint = 'f'.repeat(64);
      }),
    words: {
      nothing: fails('manifest_build', 'input_fingerprint: expected f+, by manifest.json'),
      checksums: fails('manifest_build', 'input_fingerprint'),
    },
  },
  {
    name: 'the time of the build changed in the manifest',
    corrupt: (warehouse) =>
      warehouse.editManifest((manifest) => {
        manifest.created = '2020-02-02T02:02:02.020Z';
      }),
    words: { checksums: fails('other_documents', 'croissant.json') },
  },
  {
    name: 'the figures of conservation changed in the manifest',
    corrupt: (warehouse) =>
      warehouse.editManifest(({ conservation }) => {
        conservation.graphs.found!++;
      }),
    words: { checksums: fails('conservation', 'graphs: expected the \\d+ that were found') },
  },
  {
    name: 'a line of SHA256SUMS.txt removed',
    corrupt: (warehouse) => {
      const path = warehouse.path('SHA256SUMS.txt');
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^.*README\.md\n/m, ''));
    },
    words: { nothing: fails('checksum_list', 'expected a line for README.md, found none') },
  },
  {
    name: 'SHA256SUMS.txt emptied',
    corrupt: (warehouse) => writeFileSync(warehouse.path('SHA256SUMS.txt'), ''),
    words: { nothing: fails('checksum_list', 'expected a line for every file, found an empty file') },
  },
  {
    name: 'the whole parquet/ of an older build',
    corrupt: (warehouse, older) => {
      rmSync(warehouse.path('parquet'), { recursive: true });
      cpSync(`${older}/parquet`, warehouse.path('parquet'), { recursive: true });
    },
    words: {
      nothing: fails('changed_files', 'parquet/\\S+: expected sha256'),
      checksums: fails('manifest_files', 'parquet/\\S+ sha256: expected'),
      manifest: fails('parquet_rows|missing_files|parquet_unlike_duckdb'),
    },
  },
];

/** Swaps the parts of two groups. */
function swap(warehouse: Damaged, table: string): void {
  const [one, other] = [...new Map(warehouse.parts(table).map((path) => [dirname(path), path])).values()];
  const aside = warehouse.path('aside');
  renameSync(warehouse.path(one!), aside);
  renameSync(warehouse.path(other!), warehouse.path(one!));
  renameSync(aside, warehouse.path(other!));
}
