import type { DuckDBConnection } from '@duckdb/node-api';
import { vocabularyTables } from '../schema/index.js';
import { labels as seedLabels, seedParents, regions as seedRegions } from '../vocabulary/index.js';
import { createFrom, type Row } from './rows.js';
import type { Semantics } from './semantics.js';

/** The region of a finding that names none; no file of the release lists it. */
const noRegion = 'unknown';

/**
 * Creates regions, labels and their parents: the seed that ships with the project, replaced by what the release
 * itself states. Names that only the data holds are added as not expected.
 */
export async function createVocabularies(connection: DuckDBConnection, stated: Semantics): Promise<void> {
  const regions = regionRows(stated);
  const labels = labelRows(stated);
  const regionsSeen = await met(connection, regionsOfData);
  const labelsSeen = await met(connection, labelsOfData);
  const knownRegions = new Set(regions.map((row) => row.bbox_name));
  const knownLabels = new Set(labels.map((row) => JSON.stringify([row.category_id, row.label_name])));
  const { regions: r, labels: l, region_parents: rp, label_parents: lp } = vocabularyTables;
  await createFrom(connection, r, [
    ...regions,
    ...regionsSeen
      .filter((row) => !knownRegions.has(row.bbox_name))
      .map((row) => ({ ...row, cuis: [], is_expected: false })),
  ]);
  await createFrom(connection, l, [
    ...labels,
    ...labelsSeen
      .filter((row) => !knownLabels.has(JSON.stringify([row.category_id, row.label_name])))
      .map((row) => ({ ...row, cuis: [], is_expected: false })),
  ]);
  const labelNames = new Set([...labels, ...labelsSeen].map((row) => row.label_name));
  await createFrom(connection, rp, parentRows(stated, 'bbox_name', seedParents.regions, labelNames, false));
  await createFrom(connection, lp, parentRows(stated, 'label_name', seedParents.labels, labelNames, true));
}

const regionsOfData = `
  select distinct bbox_name from objects
  union select distinct bbox_name from object_phrases
  union select distinct bbox_name from comparison_relations where bbox_name is not null`;
const labelsOfData = `
  with compared as (select unnest(attributes) as attribute from (select distinct attributes from comparison_relations))
  select distinct category_id, label_name from object_attributes
  union select split_part(attribute, '|', 1), regexp_extract(attribute, '^[^|]*\\|[^|]*\\|(.*)$', 1, 's') from compared`;

async function met(connection: DuckDBConnection, query: string): Promise<Row[]> {
  return (await connection.runAndReadAll(query)).getRowObjectsJson();
}

function regionRows({ detectable, mentioned }: Semantics): Row[] {
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

function labelRows({ attributes }: Semantics): Row[] {
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
  { children }: Semantics,
  childColumn: 'bbox_name' | 'label_name',
  seed: readonly Row[],
  labelNames: ReadonlySet<unknown>,
  areLabels: boolean,
): Row[] {
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
