import { type AnyColumn, recycle } from '../arrow/builders.js';
import type { Rows } from '../arrow/rows.js';
import { Issues } from '../diagnostics/issue.js';
import type { Provenance } from '../diagnostics/provenance.js';
import { Rejection, typeName } from '../diagnostics/rejection.js';
import type { Identity } from '../graph/identity.js';
import { type JsonObject, rejectDeepNesting } from '../graph/parse.js';
import { Entry, type ListName } from '../graph/read.js';
import { type Graph, readGraph } from '../graph/scene_graph.js';
import { AttributeStrings } from './attribute_string.js';
import { AttributeRows } from './attributes.js';
import { IssueRows, QuarantineRows } from './diagnostics.js';
import { Dictionaries } from './dictionaries.js';
import { ImageRows } from './images.js';
import type { GraphKeys } from './keys.js';
import { ObjectRows } from './objects.js';
import { PhraseRows } from './phrases.js';
import { RelationshipRows } from './relationships.js';

/** All rows of one chunk of graphs, added graph by graph in the order of the plan. */
export class Chunk {
  readonly #dictionaries = new Dictionaries();
  readonly #strings = new AttributeStrings(this.#dictionaries);
  readonly #images: ImageRows;
  readonly #objects = new ObjectRows(this.#dictionaries);
  readonly #attributes = new AttributeRows(this.#dictionaries, this.#strings);
  readonly #phrases = new PhraseRows(this.#dictionaries);
  readonly #relationships = new RelationshipRows(this.#dictionaries, this.#strings);
  readonly #quarantine = new QuarantineRows();
  readonly #issues = new IssueRows(this.#dictionaries);
  readonly #withText: boolean;
  /** The rows of the chunk by table. */
  readonly tables: Record<string, Rows>;
  /** The columns of each per-image table. */
  readonly #columns: readonly (readonly AnyColumn[])[];

  constructor(withText: boolean) {
    this.#withText = withText;
    this.#images = new ImageRows(this.#dictionaries, withText);
    const ofGraph = {
      images: this.#images,
      objects: this.#objects,
      object_phrases: this.#attributes.ofPhrases,
      object_attributes: this.#attributes.ofAttributes,
      phrases: this.#phrases,
      comparison_relations: this.#relationships,
    };
    this.#columns = Object.values(ofGraph).map((rows) => Object.values(rows.columns()));
    this.tables = { ...ofGraph, quarantine: this.#quarantine, data_issues: this.#issues };
  }

  /** Hands the storage of the rows on to the next chunk; the rows are gone. */
  recycle(): void {
    recycle(Object.values(this.tables).flatMap((rows) => Object.values(rows.columns())));
  }

  /** Flattens one graph; what is wrong with it becomes rows of quarantine and data_issues, never an exception. */
  add(read: () => Buffer, from: Provenance, expected: Identity): void {
    const issues = new Issues();
    const lengths = this.#columns.map(([first]) => first!.length);
    try {
      const graph = readGraph(read(), issues, expected);
      const rejections = this.#addGraph(graph, issues);
      if (rejections.length > 0 || issues.list.length > 0) rejectDeepNesting(graph.json);
      for (const rejection of rejections)
        this.#quarantine.push(from, 'flatten', rejection, expected.image_id);
      for (const issue of issues.list) this.#issues.push(expected.image_id, issue);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.#columns.forEach((columns, i) => {
        for (const column of columns) column.truncate(lengths[i]!);
      });
      this.#quarantine.push(from, 'flatten', error, expected.image_id);
    }
  }

  #addGraph({ json, identity, ...lists }: Graph, issues: Issues): Rejection[] {
    const rejections: Rejection[] = [];
    const each = (name: ListName, add: (entry: Entry) => void) => {
      lists[name].forEach((value, index) => {
        const told = issues.list.length;
        try {
          add(entryOf(name, index, value, issues));
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
          issues.takeBack(told);
          rejections.push(error);
        }
      });
    };
    const { image_id, study_id, patient_id } = identity;
    const keys: GraphKeys = {
      image_id,
      imageCode: this.#dictionaries.image_id.code(image_id),
      study_id,
      patient_id,
    };
    this.#images.add(json, keys, identity, issues);
    each('objects', (entry) => this.#objects.add(entry, keys));
    each('attributes', (entry) => this.#attributes.add(entry, keys, this.#phrases));
    each('relationships', (entry) => this.#relationships.add(entry, keys));
    this.#phrases.addMet(keys, this.#withText);
    return rejections;
  }
}

function entryOf(name: ListName, index: number, value: unknown, issues: Issues): Entry {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return new Entry(name, index, value as JsonObject, issues);
  }
  throw new Rejection('not_an_object', `/${name}/${index}`, `expected an object, found ${typeName(value)}`);
}
