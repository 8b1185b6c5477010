import type { DuckDBConnection } from '@duckdb/node-api';
import { vocabularyTables } from '../schema/index.js';
import { labels as seedLabels, seedParents, regions as seedRegions } from '../vocabulary/index.js';
import { createFrom, type Row } from './rows.js';
import type { Semantics } from './semantics.js';

/** The region of a finding that names none; no file of the release lists it. */
const noRegion = 'unknown';

/**
 * Creates regions, labels, their parents and the possible findings: the seed that ships with the project, replaced by what the release
 * itself states. Names that only the data holds are added as not expected. Concept ids are those of the release's ontology, else
 * those that most rows have, else those of the seed.
 */
export async function createVocabularies(
  connection: DuckDBConnection,
  stated: Partial<Semantics>,
): Promise<void> {
  const concepts = stated.ontology?.concepts ?? new Map<string, readonly string[]>();
  const seenRegions = await seen(connection, regionsOfData);
  const seenLabels = await seen(connection, labelsOfData);
  const regions = completed(regionRows(stated), seenRegions, concepts, ['bbox_name']);
  const labels = completed(labelRows(stated), seenLabels, concepts, ['category_id', 'label_name']);
  const tables = vocabularyTables;
  await createFrom(connection, tables.regions, regions);
  await createFrom(connection, tables.labels, labels);
  const labelNames = new Set(labels.map((row) => row.label_name));
  const regionParents = parentRows(stated, 'bbox_name', seedParents.regions, labelNames, false);
  const labelParents = parentRows(stated, 'label_name', seedParents.labels, labelNames, true);
  await createFrom(connection, tables.region_parents, regionParents);
  await createFrom(connection, tables.label_parents, labelParents);
  await createFrom(connection, tables.possible_findings, possibleRows(stated, labelNames));
}

/**
 * Fills `regions` where a part of the graphs is: the rows that all graphs give for the regions that these name, but without concept ids,
 * which depend on all.
 */
export async function createRegionsOfPart(
  connection: DuckDBConnection,
  stated: Partial<Semantics>,
): Promise<void> {
  const regions = completed(regionRows(stated), await seen(connection, namesOfRegions), new Map(), [
    'bbox_name',
  ]);
  await createFrom(
    connection,
    vocabularyTables.regions,
    regions.map((row) => ({ ...row, cuis: [] })),
  );
}

const namesOfRegions = `
  select bbox_name from objects
  union select bbox_name from object_phrases
  union select bbox_name from comparison_relations where bbox_name is not null`;

/** The most common concept ids of each name; of equally common ones the most, then the greatest. */
const mostCommon = (key: string) =>
  `select ${key}, coalesce((max({n: n, length: len(cuis), cuis: cuis}) filter (len(cuis) > 0)).cuis, []) as cuis from counted group by ${key}`;

const regionsOfData = `
  with counted as (
    select bbox_name, cuis, count(*) as n from (
      select bbox_name, cuis from objects
      union all select bbox_name, cuis from object_phrases
      union all select bbox_name, null from comparison_relations where bbox_name is not null
    ) group by all
  )
  ${mostCommon('bbox_name')}`;
const labelsOfData = `
  with compared as (select unnest(attributes) as attribute from (select distinct attributes from comparison_relations)),
  counted as (
    select category_id, label_name, cuis, count(*) as n from (
      select category_id, label_name, cuis from object_attributes
      union all
      select split_part(attribute, '|', 1), regexp_extract(attribute, '^[^|]*\\|[^|]*\\|(.*)$', 1, 's'), null from compared
    ) group by all
  )
  ${mostCommon('category_id, label_name')}`;

async function seen(connection: DuckDBConnection, query: string): Promise<Row[]> {
  return (await connection.runAndReadAll(query)).getRowObjectsJson();
}

/** The rows of a vocabulary with those that only the data hold, and with concept ids. */
function completed(
  rows: readonly Row[],
  seenRows: readonly Row[],
  concepts: ReadonlyMap<string, readonly string[]>,
  key: readonly string[],
): Row[] {
  const keyOf = (row: Row) => JSON.stringify(key.map((column) => row[column]));
  const known = new Set(rows.map(keyOf));
  const seenByKey = new Map(seenRows.map((row) => [keyOf(row), row.cuis as readonly string[]]));
  const unexpected: Row[] = seenRows
    .filter((row) => !known.has(keyOf(row)))
    .map((row) => ({ ...row, is_expected: false }));
  return [...rows, ...unexpected].map((row) => {
    const found = [
      concepts.get(String(row[key.at(-1)!])),
      seenByKey.get(keyOf(row)),
      row.cuis as readonly string[],
    ];
    return { ...row, cuis: found.find((cuis) => cuis !== undefined && cuis.length > 0) ?? [] };
  });
}

/** A pair is (finding, region), also where a file has it the other way round. */
function possibleRows({ ontology }: Partial<Semantics>, labelNames: ReadonlySet<unknown>): Row[] {
  const pairs = Object.entries(ontology?.possible ?? {}).flatMap(([name, places]) =>
    places.map((place) => (labelNames.has(place) && !labelNames.has(name) ? [place, name] : [name, place])),
  );
  const distinct = new Map(pairs.map((pair) => [JSON.stringify(pair), pair]));
  return [...distinct.values()].map(([label_name, bbox_name]) => ({ label_name, bbox_name }));
}

function regionRows({ detectable, mentioned }: Partial<Semantics>): Row[] {
  const seeds = new Map(seedRegions.map((row) => [row.bbox_name, row]));
  if (!detectable && !mentioned) return seedRegions.map(expected);
  const names = new Set([
    ...(detectable ?? seedRegions.filter((row) => row.has_bbox).map((row) => row.bbox_name)),
    ...(mentioned ?? seedRegions.filter((row) => !row.has_bbox).map((row) => row.bbox_name)),
    noRegion,
  ]);
  return [...names].map((bbox_name) =>
    expected({
      cuis: [],
      ...seeds.get(bbox_name),
      bbox_name,
      has_bbox: detectable?.includes(bbox_name) ?? seeds.get(bbox_name)?.has_bbox,
    }),
  );
}

function labelRows({ attributes }: Partial<Semantics>): Row[] {
  if (!attributes) return seedLabels.map(expected);
  const key = (row: Row) => `${row.category_id}|${row.label_name}`;
  const seeds = new Map<string, Row>(seedLabels.map((row) => [key(row), row]));
  const names = new Map(
    attributes.map((text) => {
      const [category_id, , ...rest] = text.split('|');
      const row = { category_id, label_name: rest.join('|') };
      return [key(row), row];
    }),
  );
  return [...names].map(([name, row]) => expected({ cuis: [], is_cue: false, ...seeds.get(name), ...row }));
}

const expected = (row: Row): Row => ({ ...row, is_expected: true });

/** A name of the release's ontology that is no finding is an anatomical one. */
function parentRows(
  { ontology }: Partial<Semantics>,
  childColumn: 'bbox_name' | 'label_name',
  seed: readonly Row[],
  labelNames: ReadonlySet<unknown>,
  areLabels: boolean,
): Row[] {
  const children = ontology?.children;
  if (!children) return seed.map((row) => ({ ...row, source: 'seed' }));
  return Object.entries(children)
    .filter(([parent, names]) => [parent, ...names].some((name) => labelNames.has(name)) === areLabels)
    .flatMap(([parent, names]) =>
      [...new Set(names)].map((child) => ({
        [childColumn]: child,
        parent,
        source: 'release',
        certainty: 'certain',
      })),
    );
}
