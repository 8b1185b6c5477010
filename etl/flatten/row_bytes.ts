import { Rejection } from '../diagnostics/rejection.js';
import type { AttributeEntry } from '../graph/attribute_entry.js';
import type { Image } from '../graph/image.js';
import type { ObjectEntry } from '../graph/object_entry.js';
import type { Phrase } from '../graph/phrase.js';
import type { RelationshipEntry } from '../graph/relationship_entry.js';
import type { SourceDetail } from '../graph/source_details.js';
import { graphTables } from '../schema/index.js';

/**
 * Bytes of rows beyond which a graph is a heavy one, ten times those of others. Heavy graphs of one chunk may together have no more than
 * one alone may: DuckDB writes the rows of a chunk at once.
 */
export const HEAVY = 2 ** 20;

/** Bytes that each row of a sentence repeats beyond which a graph is a heavy one, too; a sentence has some 100. */
export const LONG = 2 ** 12;

/** Bytes of a value whatever it holds: a number, or what leads to a text; and of the text of an element of a list. */
const CELL = 8;

const cells = ({ columns }: { readonly columns: readonly unknown[] }) => CELL * columns.length;
const ofObject = cells(graphTables.objects);
const ofPhrase = cells(graphTables.object_phrases) + cells(graphTables.phrases);
const ofAttribute = cells(graphTables.object_attributes);
const ofRelationship = cells(graphTables.comparison_relations);

/**
 * Counts the bytes of the rows that each graph of a chunk becomes, before they are added. Every attribute of a sentence repeats its cues and the
 * id of its box: 20,000 attributes of a box whose id has 100 kB would be 2 GB of a table.
 */
export class RowBytes {
  #total = 0;
  #heavy = 0;
  #isLong = false;

  /** @param most bytes that the rows of a graph may have, and those of all heavy graphs of a chunk */
  constructor(readonly most: number) {}

  /** The next graph begins. */
  begin({ reason_for_exam }: Image): void {
    this.#total = 0;
    this.#isLong = false;
    this.#add(textBytes(reason_for_exam));
  }

  /** @throws Rejection too_large of a heavy graph that is one too many */
  end(): void {
    if (this.#total <= HEAVY && !this.#isLong) return;
    if (this.#heavy + this.#total > this.most) {
      const expected = `${this.most} bytes of all heavy graphs of neighboring patients`;
      throw new Rejection('too_large', '', `expected rows of at most ${expected}, found more`);
    }
    this.#heavy += this.#total;
  }

  /** @throws Rejection too_large of the whole graph, for the rows of an entry of objects[] */
  addObject({ object_id, bbox_name, umls_name, synsets }: ObjectEntry): void {
    this.#add(ofObject + textBytes(object_id, bbox_name, umls_name) + listBytes(synsets));
  }

  /** @throws Rejection too_large of the whole graph, for the rows of an entry of attributes[] */
  addAttributes({ object_id, bbox_name, umls_name, synsets, phrases }: AttributeEntry): void {
    const ofEntry = textBytes(object_id, bbox_name);
    const ofSentences = textBytes(umls_name) + listBytes(synsets);
    for (const phrase of phrases) {
      const repeated = ofEntry + sentenceBytes(phrase);
      if (repeated > LONG) this.#isLong = true;
      this.#add(ofPhrase + ofSentences + repeated + textBytes(phrase.text));
      this.#add((ofAttribute + repeated) * phrase.attributes.length);
      for (const { category_id, relation, label_name } of phrase.attributes)
        this.#add(textBytes(category_id, relation, label_name));
      this.#add(listBytes(phrase.attributes_ids));
    }
  }

  /** @throws Rejection too_large of the whole graph, for the row of an entry of relationships[] */
  addRelationship(entry: RelationshipEntry): void {
    const { relationship_id, bbox_name, subject_id, object_id, phrase } = entry;
    const lists = [entry.predicates, entry.synsets, entry.relationship_names, entry.attributes];
    this.#add(ofRelationship + textBytes(relationship_id, bbox_name, subject_id, object_id, phrase));
    for (const list of lists) this.#add(listBytes(list));
  }

  /** @throws Rejection too_large of the whole graph, for what `source_details` keeps of it */
  addDetails(details: readonly SourceDetail[]): void {
    for (const { pointer, value } of details) this.#add(textBytes(pointer, value));
  }

  #add(bytes: number): void {
    this.#total += bytes;
    if (this.#total <= this.most) return;
    throw new Rejection('too_large', '', `expected rows of at most ${this.most} bytes, found more`);
  }
}

function sentenceBytes({ phrase_id, section, cues }: Phrase): number {
  return cues.reduce((sum, list) => sum + listBytes(list), textBytes(phrase_id, section));
}

/** Of text in UTF-16, which is at most a third of its bytes: enough for a limit, and known without reading it. */
function textBytes(...texts: readonly (string | null)[]): number {
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function listBytes(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + CELL + length, 0);
}
