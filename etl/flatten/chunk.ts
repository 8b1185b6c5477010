import { Issues } from '../diagnostics/issues.js';
import type { Provenance } from '../diagnostics/provenance.js';
import { type Rejected, Rejection } from '../diagnostics/rejection.js';
import { type AttributeEntry, readAttributes } from '../graph/attribute_entry.js';
import { AttributeStrings } from '../graph/attribute_strings.js';
import { type Entry, entryOf, type ListName, listNames } from '../graph/entry.js';
import type { Identity } from '../graph/identity.js';
import { readImage } from '../graph/image.js';
import type { JsonObject } from '../graph/json.js';
import { readObject } from '../graph/object_entry.js';
import { readRelationship } from '../graph/relationship_entry.js';
import { type Graph, readGraph } from '../graph/scene_graph.js';
import { SourceDetails } from '../graph/source_details.js';
import { LIMITS, type Limits } from '../limits.js';
import { attributesOf, objectOf, relationshipOf, rootOf } from './canonical.js';
import { IssueRows } from './data_issues.js';
import { Dictionaries } from './dictionaries.js';
import { ImageRows } from './images.js';
import type { GraphKeys } from './keys.js';
import { ObjectAttributeRows } from './object_attributes.js';
import { ObjectPhraseRows } from './object_phrases.js';
import { ObjectRows } from './objects.js';
import { PhraseRows } from './phrases.js';
import { QuarantineRows } from './quarantine.js';
import { RejectedEntries } from './rejected_entries.js';
import { RelationshipRows } from './relationships.js';
import { RowBytes } from './row_bytes.js';
import { SentenceIndexes } from './sentence.js';
import { SourceDetailRows } from './source_details.js';
import type { TableBuilder } from './table_builder.js';

/** All rows of one chunk of graphs, added graph by graph in the order of the plan. */
export class Chunk {
  readonly dictionaries = new Dictionaries();
  readonly #strings = new AttributeStrings();
  readonly #bytes: RowBytes;
  readonly #sentences = new SentenceIndexes(this.dictionaries);
  readonly #images: ImageRows;
  readonly #objects = new ObjectRows(this.dictionaries);
  readonly #object_phrases = new ObjectPhraseRows(this.dictionaries);
  readonly #object_attributes = new ObjectAttributeRows(this.dictionaries);
  readonly #phrases = new PhraseRows(this.dictionaries);
  readonly #relationships = new RelationshipRows(this.dictionaries);
  readonly #quarantine = new QuarantineRows(this.dictionaries);
  readonly #issues = new IssueRows(this.dictionaries);
  readonly #details = new SourceDetailRows(this.dictionaries);
  /** The rows of the per-image tables, in the order of the schema. */
  readonly perImage: readonly TableBuilder[];
  /** The rows of every table. */
  readonly tables: readonly TableBuilder[];

  /** @param withText false leaves all free text out */
  constructor(
    readonly withText: boolean,
    readonly limits: Limits = LIMITS,
  ) {
    this.#bytes = new RowBytes(limits.rowBytes);
    this.#images = new ImageRows(this.dictionaries, withText);
    this.perImage = [
      this.#images,
      this.#objects,
      this.#object_phrases,
      this.#object_attributes,
      this.#phrases,
      this.#relationships,
    ];
    this.tables = [...this.perImage, this.#quarantine, this.#issues, this.#details];
  }

  /** Hands the buffers of the rows on to the next chunk; the rows are gone. */
  release(): void {
    for (const table of this.tables) table.release();
  }

  /** Flattens one graph; what is wrong with it becomes rows of quarantine and data_issues, never an exception. */
  add(read: () => Buffer, from: Provenance, expected: Identity): void {
    const issues = new Issues(this.limits, this.withText);
    const revocable = [...this.perImage, this.#details];
    const lengths = revocable.map((table) => table.length);
    try {
      const graph = readGraph(read(), issues, expected, this.limits);
      const rejections = this.#addGraph(graph, issues);
      for (const rejection of rejections)
        this.#quarantine.push(from, 'flatten', rejection, expected.image_id);
      for (const issue of issues.list) this.#issues.push(expected.image_id, issue);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      revocable.forEach((table, i) => {
        table.truncate(lengths[i]!);
      });
      this.#phrases.forget();
      this.#quarantine.push(from, 'flatten', error, expected.image_id);
    }
  }

  #addGraph({ json, identity, ...lists }: Graph, issues: Issues): readonly Rejected[] {
    const rejections = new RejectedEntries(this.limits.diagnostics);
    const bytes = this.#bytes;
    const details = this.withText ? new SourceDetails() : undefined;
    const described: (readonly [Entry, AttributeEntry])[] = [];
    const each = (name: ListName, add: (entry: Entry) => void) => {
      lists[name].forEach((value, index) => {
        const before = issues.mark();
        try {
          add(entryOf(name, index, value, issues));
        } catch (error) {
          if (!(error instanceof Rejection) || error.pointer === '') throw error;
          issues.backTo(before);
          rejections.add(name, error);
          details?.add(`/${name}/${index}`, 'rejected', JSON.stringify(value));
        }
      });
    };
    const { image_id, study_id, patient_id } = identity;
    const imageIndex = this.dictionaries.texts('image_id').index(image_id);
    const keys: GraphKeys = { image_id, imageIndex, study_id, patient_id };
    const image = readImage(json, identity, issues);
    bytes.begin(image);
    this.#images.push(keys, image);
    details?.addRoot(json, rootOf(identity, image), listNames);
    each('objects', (entry) => {
      const read = readObject(entry);
      bytes.addObject(read);
      this.#objects.push(keys, entry.index, read);
      details?.addEntry(entry.pointer, entry.json, objectOf(read));
    });
    each('attributes', (entry) => {
      const read = readAttributes(entry, this.#strings);
      bytes.addAttributes(read);
      this.#addAttributes(keys, entry, read);
      described.push([entry, read]);
    });
    each('relationships', (entry) => {
      const read = readRelationship(entry, this.#strings);
      bytes.addRelationship(read);
      this.#relationships.push(keys, entry.index, read);
      details?.addEntry(entry.pointer, entry.json, relationshipOf(read));
    });
    if (details) this.#addDetails(json, image_id, details, described, issues);
    bytes.end();
    if (this.withText) this.#phrases.pushGathered(keys);
    else this.#phrases.forget();
    return rejections.rows();
  }

  /** Adds what the rows do not say, once all sentences are known: a text of a phrase_id may stand in a later entry. */
  #addDetails(
    json: JsonObject,
    imageId: string,
    details: SourceDetails,
    described: readonly (readonly [Entry, AttributeEntry])[],
    issues: Issues,
  ): void {
    for (const [entry, read] of described) {
      if (read.phrases.length === 0) details.add(entry.pointer, 'value', JSON.stringify(entry.json));
      else
        details.addEntry(
          entry.pointer,
          entry.json,
          attributesOf(read, (id) => this.#phrases.textOf(id)),
        );
    }
    for (const { pointer, value } of issues.earlier) details.add(pointer, 'repeated', value);
    const rows = details.rows(json);
    this.#bytes.addDetails(rows);
    for (const row of rows) this.#details.push(imageId, row);
  }

  #addAttributes(keys: GraphKeys, entry: Entry, read: AttributeEntry): void {
    const sentences = this.#sentences.of(keys, entry.index, read);
    this.#phrases.gather(entry, read);
    this.#object_phrases.push(keys, read, sentences);
    sentences.forEach((sentence, i) => {
      this.#object_attributes.push(keys, sentence, read.phrases[i]!);
    });
  }
}
