import { createHash } from 'node:crypto';
import type { Plan } from '../plan/plan.js';

/**
 * sha256 over what a plan says, but for where its graphs are and which state of them: every graph with its identity and its chunk, and
 * what is rejected or reported before any is flattened. Two inputs of the same graphs have the same, be they a folder or a zip.
 */
export function planDigest({ chunks, found, broken, rejected, issues }: Plan): string {
  const digest = createHash('sha256');
  for (const { patient_group, part, parts, graphs } of chunks) {
    digest.update(`${patient_group} ${part} ${parts}\n`);
    for (const { patient_id, study_order, study_id, image_id } of graphs) {
      digest.update(`${JSON.stringify([patient_id, study_order, study_id, image_id])}\n`);
    }
  }
  const reasons = rejected.map(({ rejection: { code, pointer, image_id }, graphs }) =>
    JSON.stringify([code, pointer, image_id, graphs]),
  );
  const repeated = issues.flatMap(({ image_id, issue: { code } }) =>
    image_id === null ? [] : [JSON.stringify([code, image_id])],
  );
  digest.update(JSON.stringify([found, broken, reasons.sort(), repeated.sort()]));
  return digest.digest('hex');
}
