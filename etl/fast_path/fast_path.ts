import { isUtf8 } from 'node:buffer';
import type { Identity } from '../graph/identity.js';
import type { Domain } from './assembly/domains.js';
import { TABLES, type Table } from './assembly/tables.js';
import { documentedTexts, keptTexts } from './documented.js';
import { FastMemory } from './memory.js';
import { instantiate } from './module.js';
import { RuntimeError } from './webassembly.js';

const checkedDomains = new Set([...documentedTexts.keys(), ...keptTexts.keys()]);

/** Reads graphs that are exactly as documented into columns, and refuses all others. One for each thread: it is reused. */
export class FastPath {
  readonly memory: FastMemory;
  readonly #exports;
  /** Members of each checked domain that have been looked at. */
  readonly #checked = new Map<Domain, number>();

  constructor() {
    const { exports, buffer } = instantiate();
    this.#exports = exports;
    this.memory = new FastMemory(buffer);
  }

  /**
   * Adds the rows of a graph.
   * @param expected the identity that the plan read
   * @param withText false: of a build without text. It has to be the same until `clear`
   * @returns false when the graph has to take the careful path: then nothing of it is left
   */
  add(graph: Uint8Array, expected: Identity, withText = true): boolean {
    if (expected.study_order === null || !isUtf8(graph)) return false;
    const idLength = this.memory.writeImageId(expected.image_id);
    if (idLength === undefined || !this.memory.writeGraph(graph)) return false;
    const { patient_id, study_id, study_order } = expected;
    try {
      this.#exports.addGraph(graph.length, idLength, patient_id, study_id, study_order);
    } catch (error) {
      if (!(error instanceof RuntimeError)) throw error;
      this.#exports.takeBack();
      return false;
    }
    if (this.#hold(documentedTexts) && (withText || this.#hold(keptTexts))) {
      for (const domain of checkedDomains) this.#checked.set(domain, this.#exports.members(domain));
      return true;
    }
    this.#exports.takeBack();
    return false;
  }

  /** Number of rows of a table. */
  rows(table: Table): number {
    return this.#exports.rows(table);
  }

  /** Number of rows of each table. */
  allRows(): number[] {
    return Array.from({ length: TABLES }, (_, table) => this.rows(table));
  }

  /** Number of members of a domain. */
  members(domain: Domain): number {
    return this.#exports.members(domain);
  }

  /** Forgets all graphs. */
  clear(): void {
    this.#exports.clear();
    this.#checked.clear();
  }

  /** Looks at the texts that the last graph was the first to have. */
  #hold(checks: ReadonlyMap<Domain, (text: string) => boolean>): boolean {
    for (const [domain, isDocumented] of checks) {
      const count = this.#exports.members(domain);
      for (let member = this.#checked.get(domain) ?? 0; member < count; member++) {
        if (!isDocumented(this.memory.text(domain, member))) return false;
      }
    }
    return true;
  }
}
