/** The fast path: bytes of a documented scene graph to rows of numbers. docs/decisions/fast_path.md explains it. */
import { clearDictionaries, markDictionaries, memberCount, restoreDictionaries } from './dictionary';
import { Domain } from './domains';
import { readGraph } from './graph';
import { expectIdentity } from './identity';
import { FIRST_REGION } from './memory_map';
import { clearRows, markRows, restoreRows, rowCount } from './rows';
import { forgetSentences } from './sentences';
import { Table } from './tables';
import { forgetTexts } from './text';

// What AssemblyScript has allocated by now has to end before the first region.
if (heap.alloc(0) > <usize>FIRST_REGION) unreachable();

/**
 * Adds the graph of `length` bytes at INPUT. Where it is not exactly as documented, refuse() throws and the host calls takeBack.
 * @param idLength bytes of the image_id at EXPECTED_IMAGE_ID
 */
export function addGraph(length: i32, idLength: i32, patientId: i32, studyId: i32, studyOrder: i32): void {
  markDictionaries();
  markRows();
  forgetTexts();
  forgetSentences();
  expectIdentity(idLength, patientId, studyId, studyOrder);
  readGraph(length);
}

/** Takes back the graph that was added last, all of it or what there is. */
export function takeBack(): void {
  restoreRows();
  restoreDictionaries();
}

/** Forgets everything: another chunk starts. */
export function clear(): void {
  clearRows();
  clearDictionaries();
}

/** Number of rows of a table. */
export function rows(table: Table): u32 {
  return rowCount(table);
}

/** Number of members of a domain. */
export function members(domain: Domain): u32 {
  return memberCount(domain);
}
