import { crc32, deflateRawSync } from 'node:zlib';
import { type Chunk, type Cohort, patientOf } from './cohort.js';
import { countGraph, noCounts } from './counts.js';
import { drawExams, graphText, sceneGraph } from './graph.js';
import { ListLines } from './lists.js';
import type { ChunkOutput, PackedMember } from './task.js';

/** Packs to a tenth, as the archive of the dataset; less effort (12 % at 3, 13 % at 1) saves no time that shows. */
const LEVEL = 6;

/** Name of a graph in the archive. */
export function memberName(image_id: string): string {
  return `scene_graph/${image_id}_SceneGraph.json`;
}

/** Writes the graphs of a chunk of patients, and their lines of the lists. */
export function writeChunk(cohort: Cohort, chunk: Chunk): ChunkOutput {
  const members = new Members();
  const lines = new ListLines();
  const counts = noCounts();
  let studies = 0;
  let [firstStudy, frontal] = [chunk.firstStudy, chunk.firstFrontal];
  for (let i = 0; i < chunk.patients; i++) {
    const index = chunk.firstPatient + i;
    const patient = patientOf(cohort, index, firstStudy);
    const exams = drawExams(cohort.seed, patient);
    lines.addPatient(patient, exams, cohort.gold.has(index), frontal);
    for (const exam of exams) {
      const images = exam.study.images.filter(({ has_graph }) => has_graph);
      if (images.length > 0) studies++;
      for (const image of images) {
        const graph = sceneGraph(cohort.seed, exam, image);
        countGraph(counts, graph);
        members.add(memberName(image.dicom_id), Buffer.from(graphText(graph)));
      }
      frontal += exam.study.images.filter(({ view }) => view === 'AP' || view === 'PA').length;
    }
    firstStudy += patient.studies.length;
  }
  return { ...members.packed(), lists: lines.texts, rows: lines.rows, counts, studies };
}

/** Members of the archive, deflated one by one. */
class Members {
  readonly #members: PackedMember[] = [];
  readonly #packed: Buffer[] = [];
  #length = 0;

  add(name: string, bytes: Buffer): void {
    const packed = deflateRawSync(bytes, { level: LEVEL });
    const [start, end] = [this.#length, this.#length + packed.length];
    this.#members.push({ name, size: bytes.length, crc32: crc32(bytes), start, end });
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
