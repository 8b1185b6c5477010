import { type Chunk, type Cohort, patientOf } from './cohort.js';
import { countGraph, noCounts } from './counts.js';
import { pack } from './defects/pack.js';
import type { DefectPlan } from './defects/plan.js';
import { plant } from './defects/plant.js';
import { drawExams } from './exam.js';
import { type SceneGraph, sceneGraph } from './graph.js';
import { ListLines } from './list_lines.js';
import { countDifferences, type ReconciliationCounts, type WrittenExam } from './reconciliation.js';
import { addRelations, type RelationsByRegion } from './relations_without_box.js';
import { isFrontal } from './study.js';
import type { ChunkOutput, PackedMember } from './task.js';
import type { Member } from './zip_writer.js';

/** Writes the graphs of a chunk of patients, and their lines of the lists. */
export function writeChunk(cohort: Cohort, defects: DefectPlan, chunk: Chunk): ChunkOutput {
  const members = new Members();
  const lines = new ListLines(cohort.seed);
  const counts = noCounts();
  const relations: RelationsByRegion = {};
  const differences: ReconciliationCounts = {};
  let studies = 0;
  let [firstStudy, frontal, number] = [chunk.firstStudy, chunk.firstFrontal, chunk.firstGraph];
  for (let i = 0; i < chunk.patients; i++) {
    const index = chunk.firstPatient + i;
    const patient = patientOf(cohort, index, firstStudy);
    const exams = drawExams(cohort.seed, patient);
    lines.addPatient(patient, exams, cohort.gold.has(index), frontal);
    const written: WrittenExam[] = [];
    for (const exam of exams) {
      const loaded: SceneGraph[] = [];
      const rejected = new Set<string>();
      written.push({ exam, loaded, rejected });
      const images = exam.study.images.filter(({ has_graph }) => has_graph);
      if (cohort.hasRdf && images.length > 0) lines.addRdf(exam);
      const before = counts.images;
      for (const image of images) {
        const graph = sceneGraph(cohort.seed, exam, image);
        const planted = plant(defects, cohort.seed, number++, graph, exam);
        if (planted.counted) {
          loaded.push(planted.counted);
          countGraph(counts, planted.counted);
          addRelations(relations, planted.counted);
        } else if (planted.members.length > 0) rejected.add(image.dicom_id);
        for (const member of planted.members) members.add(pack(member));
      }
      if (counts.images > before) studies++;
      frontal += exam.study.images.filter(isFrontal).length;
    }
    countDifferences(differences, written, {
      isGold: cohort.gold.has(index),
      stranger: defects.stranger,
    });
    firstStudy += patient.studies.length;
  }
  return {
    ...members.packed(),
    lists: lines.texts,
    rows: lines.rows,
    counts,
    relations,
    differences,
    studies,
  };
}

/** Members of the archive, deflated one by one. */
class Members {
  readonly #members: PackedMember[] = [];
  readonly #packed: Uint8Array[] = [];
  #length = 0;

  add({ packed, ...described }: Member): void {
    const [start, end] = [this.#length, this.#length + packed.length];
    this.#members.push({ ...described, start, end });
    this.#packed.push(packed);
    this.#length = end;
  }

  packed(): Pick<ChunkOutput, 'members' | 'data'> {
    const data = new Uint8Array(this.#length);
    let at = 0;
    for (const bytes of this.#packed) {
      data.set(bytes, at);
      at += bytes.length;
    }
    return { members: this.#members, data };
  }
}
