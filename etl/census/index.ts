import { discover } from '../discover/index.js';
import type { GraphRef } from '../discover/input.js';
import { locateRelease, type Release } from '../discover/release.js';
import type { ReleaseFile } from '../discover/release_files.js';
import { inOrder } from '../workers/in_order.js';
import { Pool } from '../workers/pool.js';
import type { CensusTasks } from './census_worker.js';
import { assumedLists, compareList } from './lists.js';
import {
  type Census,
  type PublishedFile,
  publishedFields,
  publishedTable,
  publishedTotal,
} from './published.js';
import { countTable, type PatientsOf } from './table.js';
import { assumedTables } from './tables.js';
import { LEAST_PATIENTS, Tally } from './tally.js';

/** Graphs that one task counts: their counts are few however many they are. */
const BATCH = 500;

/** Graphs below which no share of rejected ones is shown. */
const LEAST_GRAPHS = 2000;

/** What to take a census of, and how. */
export interface CensusOptions {
  readonly input: string;
  /** A folder for what has to be unpacked first: only a packed bundle. */
  readonly tempFolder: string;
  readonly workers: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads a release and counts what it holds, so that the assumptions of this project can be compared with it. The result holds no
 * value of the data: names of the format and of the shipped vocabularies, forms, lengths and counts, each of at least 20 patients.
 * @throws UserError when INPUT is no release, or holds several
 */
export async function takeCensus({ input, tempFolder, workers, onProgress }: CensusOptions): Promise<Census> {
  const release = await locateRelease(input);
  const { location, refs, rejected } = await discover(release, tempFolder);
  const tally = new Tally();
  const patients = { images: new Map<string, number>(), studies: new Map<number, number>() };
  await using pool = new Pool<CensusTasks>(new URL('./census_worker.js', import.meta.url), { size: workers });
  let [lost, done] = [rejected.length, 0];
  const ordered = refs.toSorted((a, b) => a.offset - b.offset);
  const surveys = inOrder(batches(ordered), workers + 1, (some) =>
    pool.run('survey', { location, refs: some }),
  );
  for await (const survey of surveys) {
    tally.merge(survey.counts);
    for (const [image, study, patient] of survey.identities) {
      patients.images.set(image, patient);
      patients.studies.set(study, patient);
    }
    lost += survey.rejected;
    done = Math.min(done + BATCH, refs.length);
    onProgress?.(done, refs.length);
  }
  const files = await countFiles(release, tally, patients);
  const number = new Set(patients.images.values()).size;
  const total = refs.length + rejected.length;
  const percent = total < LEAST_GRAPHS ? 0 : Math.round((100 * lost) / total);
  return {
    format: 'imagenome-census',
    version: 1,
    least_patients: LEAST_PATIENTS,
    graphs_are: location.kind,
    patients: publishedTotal(number, number),
    studies: publishedTotal(patients.studies.size, number),
    rejected_percent: percent === 0 ? null : percent,
    files,
    fields: publishedFields(tally),
  };
}

function* batches(refs: readonly GraphRef[]): Generator<readonly GraphRef[]> {
  for (let i = 0; i < refs.length; i += BATCH) yield refs.slice(i, i + BATCH);
}

async function countFiles(release: Release, tally: Tally, patients: PatientsOf): Promise<PublishedFile[]> {
  const files: PublishedFile[] = [];
  for (const file of release.files) {
    const { documentedPath, path, name } = file;
    if (path === undefined) files.push({ file: documentedPath, is_found: false });
    else {
      const isRenamed = name.toLowerCase() !== documentedPath.toLowerCase();
      const facts = await describeFile(file, path, tally, patients);
      files.push({ file: documentedPath, is_found: true, ...(isRenamed && { is_renamed: true }), ...facts });
    }
  }
  return files;
}

/** A file that does not read is one; why would be a value of the machine or of the data. */
async function describeFile(
  { id }: ReleaseFile,
  path: string,
  tally: Tally,
  patients: PatientsOf,
): Promise<Partial<PublishedFile>> {
  const table = assumedTables[id];
  try {
    if (table) return publishedTable(await countTable(tally, id, path, table, patients));
    return assumedLists[id] ? await compareList(path, id) : {};
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall !== undefined && code !== 'EISDIR') throw error;
    return { is_broken: true };
  }
}
