import { readFileSync } from 'node:fs';
import type { Domain } from './assembly/domains.js';
import { PAGES } from './assembly/memory_map.js';
import type { Table } from './assembly/tables.js';
import { Instance, Memory, Module, RuntimeError } from './webassembly.js';

/** What etl/fast_path/assembly exports; its index.ts says what each function does. */
export interface FastPathExports {
  addGraph(length: number, idLength: number, patientId: number, studyId: number, studyOrder: number): void;
  takeBack(): void;
  clear(): void;
  rows(table: Table): number;
  members(domain: Domain): number;
}

/** An instance of the compiled module, with a memory of its own. Pages that it does not touch take no memory. */
export function instantiate(): { readonly exports: FastPathExports; readonly buffer: ArrayBuffer } {
  const memory = new Memory({ initial: PAGES });
  const module = new Module(readFileSync(new URL('./fast_path.wasm', import.meta.url)));
  const abort = () => {
    throw new RuntimeError('the fast path has no memory left');
  };
  const { exports } = new Instance(module, { env: { memory, abort } });
  return { exports: exports as FastPathExports, buffer: memory.buffer };
}
