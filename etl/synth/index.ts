import { drawCohort } from './cohort.js';
import { addCounts } from './counts.js';
import { COPY, faultyLines, ofFaultyLines } from './defects/lines.js';
import { type DefectPlan, planDefects } from './defects/plan.js';
import { countDefects, type DefectCounts } from './defects/truth.js';
import { drawGold } from './gold/index.js';
import { indexPage, indexPages, placesIn } from './layout.js';
import { ListFiles } from './list_files.js';
import { listPlaces } from './list_places.js';
import { assertMimicFolder, moveMimicLists } from './mimic/folder.js';
import type { SynthOptions } from './options.js';
import { patientReasons, type ReconciliationCounts } from './reconciliation.js';
import { semanticsFiles } from './semantics.js';
import { writeSilver } from './silver.js';
import { folderSink, zipSink } from './sink.js';
import { MARKER, markerText, replaceRelease } from './target.js';
import type { Truth } from './truth.js';
import { writeGold } from './write_gold.js';
import { writeText } from './write_text.js';

export type { SynthOptions } from './options.js';

/** What was written: sound graphs, and the bytes of all graphs unpacked and as they lie on disk. */
export interface Synthesized {
  readonly images: number;
  readonly studies: number;
  readonly patients: number;
  readonly bytes: number;
  readonly bytes_on_disk: number;
}

/**
 * Writes a synthetic release.
 * @throws UserError when `out`, or the folder for the MIMIC-CXR-JPG lists, holds anything else
 */
export async function synthesize(options: SynthOptions): Promise<Synthesized> {
  const { out, mimic, layout = 'root' } = options;
  if (mimic === undefined) return replaceRelease(out, (folder) => writeRelease(folder, options));
  assertMimicFolder(mimic, out);
  return replaceRelease(out, async (folder) => {
    const written = await writeRelease(folder, options);
    await moveMimicLists(placesIn(folder, layout).mimic, mimic);
    return written;
  });
}

async function writeRelease(folder: string, options: SynthOptions): Promise<Synthesized> {
  const { seed, images, loose = false, layout = 'root', defects = false } = options;
  const { cohort, chunks } = drawCohort(seed, images, options);
  const places = placesIn(folder, layout);
  const root = places.release;
  writeText(folder, MARKER, markerText);
  if (layout !== 'root') writeText(root, MARKER, markerText);
  if (layout === 'wget') for (const path of indexPages) writeText(root, path, indexPage);
  for (const [name, text] of Object.entries(semanticsFiles())) writeText(root, `semantics/${name}`, text);
  const plan = defects ? planDefects(cohort, loose ? 'loose' : 'zip') : noDefects;
  const gold = drawGold(cohort, plan.goldWithoutGraph, defects);
  const goldCounts = writeGold(root, gold, options);
  const files = new ListFiles(listPlaces(places, options));
  const sink = loose ? folderSink(root) : zipSink(root);
  const { bytes, rows, differences, ...counted } = await writeSilver(
    cohort,
    chunks,
    plan,
    sink,
    files,
    options,
  );
  if (defects) {
    files.append(faultyLines());
    writeText(root, COPY.path, COPY.text);
  }
  await files.close();
  const lists = files.counts(rows, defects);
  const faults = countDefects(cohort, plan, defects);
  const truth: Truth = {
    ...{ seed, loose, patients: cohort.patients, ...counted },
    rows: rowsOf(lists),
    tables: { ...lists, ...goldCounts },
    reconciliation: reconciled(differences, gold.truth, faults),
    gold: gold.truth,
    ...faults,
  };
  writeText(folder, 'truth.json', `${JSON.stringify(truth, null, 2)}\n`);
  const { studies, patients, graphs } = truth;
  return { images: graphs.images, studies, patients, bytes, bytes_on_disk: sink.end() };
}

/** Reasons of all lists: those of the patients, of faulty lines and of gold; 0 where nothing is in the way. */
function reconciled(
  differences: ReconciliationCounts,
  { exams }: Truth['gold'],
  { defects }: DefectCounts,
): ReconciliationCounts {
  const none = [
    'listed_to_avoid',
    'image_in_two_splits',
    'patient_in_two_splits',
    'listed_under_other_patient',
    'graph_not_in_metadata',
    'unexplained',
  ];
  const sum: ReconciliationCounts = {
    ...Object.fromEntries([...none, ...patientReasons].map((reason) => [reason, 0])),
    gold_without_graph: exams.without_graph,
    gold_without_findings: defects.gold_study_without_rows ?? 0,
  };
  addCounts(sum, differences);
  if (defects.blank_line) addCounts(sum, ofFaultyLines);
  return sum;
}

function rowsOf(lists: Truth['tables']): Record<string, number> {
  return Object.fromEntries(
    Object.entries(lists).map(([path, { rows, rejected }]) => [path, rows + rejected]),
  );
}

const noDefects: DefectPlan = { faults: new Map(), stranger: '', goldWithoutGraph: new Set() };
