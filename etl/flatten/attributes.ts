import {
  type AnyColumn,
  BooleanColumn,
  type Dictionary,
  DictionaryColumn,
  DoubleColumn,
  IntegerColumn,
} from '../arrow/builders.js';
import type { Rows } from '../arrow/rows.js';
import type { Entry } from '../graph/read.js';
import { encodeObjectId, encodePhraseId } from '../schema/derived_id.js';
import { sections } from '../vocabulary/index.js';
import { type AttributeEntry, cueNames, documentedKeys, readAttributeEntry } from './attribute_entry.js';
import { type Attribute, type AttributeStrings, reportUnknown } from './attribute_string.js';
import type { Dictionaries } from './dictionaries.js';
import { type GraphKeys, KeyColumns } from './keys.js';
import { knownRegions } from './objects.js';
import type { PhraseRows } from './phrases.js';

const knownSections: ReadonlySet<string> = new Set(sections);

/** Columns that `object_phrases` and `object_attributes` share. */
abstract class SharedColumns implements Rows {
  readonly keys: KeyColumns;
  readonly entry_index = new IntegerColumn();
  readonly object_id: DictionaryColumn<string>;
  readonly bbox_name: DictionaryColumn<string>;
  readonly cuis: DictionaryColumn<readonly string[]>;
  readonly phrase_index = new IntegerColumn();
  readonly phrase_id: DictionaryColumn<string>;
  readonly sent_loc = new DoubleColumn();
  readonly section: DictionaryColumn<string>;
  readonly cues: DictionaryColumn<readonly string[]>[];

  constructor(dictionaries: Dictionaries) {
    this.keys = new KeyColumns(dictionaries);
    this.object_id = new DictionaryColumn(dictionaries.object_id);
    this.bbox_name = new DictionaryColumn(dictionaries.bbox_name);
    this.cuis = new DictionaryColumn(dictionaries.cuis);
    this.phrase_id = new DictionaryColumn(dictionaries.phrase_id);
    this.section = new DictionaryColumn(dictionaries.section);
    this.cues = cueNames.map((name) => new DictionaryColumn(dictionaries[name]));
  }

  columns(): Record<string, AnyColumn> {
    const { keys, cues, ...own } = this;
    return { ...keys, ...own, ...Object.fromEntries(cueNames.map((name, i) => [name, cues[i]!])) };
  }

  protected pushShared(keys: GraphKeys, row: SharedCodes): void {
    this.keys.push(keys);
    this.entry_index.push(row.entry_index);
    this.object_id.pushCode(row.object_id);
    this.bbox_name.pushCode(row.bbox_name);
    this.phrase_index.push(row.phrase_index);
    this.phrase_id.pushCode(row.phrase_id);
    this.sent_loc.push(row.sent_loc);
    this.section.pushCode(row.section);
    for (let i = 0; i < row.cues.length; i++) this.cues[i]!.pushCode(row.cues[i]!);
  }
}

/** What every row of one sentence of one entry repeats. */
interface SharedCodes {
  readonly entry_index: number;
  readonly object_id: number;
  readonly bbox_name: number;
  readonly phrase_index: number;
  readonly phrase_id: number;
  readonly sent_loc: number | null;
  readonly section: number;
  readonly cues: readonly number[];
}

/** Rows of `object_phrases`: one a sentence of an entry. */
class ObjectPhraseRows extends SharedColumns {
  readonly umls_name: DictionaryColumn<string>;
  readonly is_described = new BooleanColumn();

  constructor(dictionaries: Dictionaries) {
    super(dictionaries);
    this.umls_name = new DictionaryColumn(dictionaries.umls_name);
  }

  push(keys: GraphKeys, shared: SharedCodes, entry: AttributeEntry, regionCuis: number): void {
    this.pushShared(keys, shared);
    this.cuis.pushCode(regionCuis);
    this.umls_name.push(entry.umls_name);
    this.is_described.push(entry.is_described === null ? null : Number(entry.is_described));
  }
}

/** Rows of `object_attributes`: one an attribute string. */
class ObjectAttributeRows extends SharedColumns {
  readonly attribute_index = new IntegerColumn();
  readonly category_id: DictionaryColumn<string>;
  readonly relation: DictionaryColumn<string>;
  readonly label_name: DictionaryColumn<string>;

  constructor(dictionaries: Dictionaries) {
    super(dictionaries);
    this.category_id = new DictionaryColumn(dictionaries.category_id);
    this.relation = new DictionaryColumn(dictionaries.relation);
    this.label_name = new DictionaryColumn(dictionaries.label_name);
  }

  push(
    keys: GraphKeys,
    shared: SharedCodes,
    index: number,
    codes: NonNullable<Attribute['codes']>,
    cuis: number,
  ): void {
    this.pushShared(keys, shared);
    this.attribute_index.push(index);
    this.category_id.pushCode(codes.category);
    this.relation.pushCode(codes.relation);
    this.label_name.pushCode(codes.label);
    this.cuis.pushCode(cuis);
  }
}

/** Flattens attributes[] into the rows of its two tables, and hands its sentences to `phrases`. */
export class AttributeRows {
  readonly ofPhrases: ObjectPhraseRows;
  readonly ofAttributes: ObjectAttributeRows;
  readonly #dictionaries: Dictionaries;
  readonly #cueDictionaries: readonly Dictionary<readonly string[]>[];
  readonly #strings: AttributeStrings;

  constructor(dictionaries: Dictionaries, strings: AttributeStrings) {
    this.#dictionaries = dictionaries;
    this.#cueDictionaries = cueNames.map((name) => dictionaries[name]);
    this.#strings = strings;
    this.ofPhrases = new ObjectPhraseRows(dictionaries);
    this.ofAttributes = new ObjectAttributeRows(dictionaries);
  }

  /** Adds one entry, or throws Rejection before anything of it is added. */
  add(entry: Entry, keys: GraphKeys, texts: PhraseRows): void {
    const read = readAttributeEntry(entry, this.#strings);
    this.#reportOddities(entry, read);
    const dictionaries = this.#dictionaries;
    const packed = encodeObjectId(read.object_id, keys.image_id, read.bbox_name);
    const objectId = codeOrNull(dictionaries.object_id, packed);
    const bboxName = dictionaries.bbox_name.code(read.bbox_name);
    const regionCuis = dictionaries.cuisOfList(read.synsets);
    for (let phrase_index = 0; phrase_index < read.phrases.length; phrase_index++) {
      const phrase = read.phrases[phrase_index]!;
      texts.meet(phrase, entry, phrase_index);
      const phraseId = encodePhraseId(phrase.phrase_id, keys.study_id, phrase.sent_loc);
      const shared: SharedCodes = {
        entry_index: entry.index,
        object_id: objectId,
        bbox_name: bboxName,
        phrase_index,
        phrase_id: dictionaries.phrase_id.code(phraseId),
        sent_loc: phrase.sent_loc,
        section: codeOrNull(dictionaries.section, phrase.section),
        cues: phrase.cues.map((cues, i) => this.#cueDictionaries[i]!.code(cues)),
      };
      this.ofPhrases.push(keys, shared, read, regionCuis);
      for (let i = 0; i < phrase.attributes.length; i++) {
        const cuis = dictionaries.cuisOfText(phrase.attributes_ids[i]!);
        this.ofAttributes.push(keys, shared, i, this.#strings.codes(phrase.attributes[i]!), cuis);
      }
    }
  }

  #reportOddities(entry: Entry, read: AttributeEntry): void {
    const { issues } = entry;
    documentedKeys.report(entry, read.bbox_name);
    if (!knownRegions.has(read.bbox_name))
      issues.reportOnce('unknown_region', `${entry.pointer}/bbox_name`, read.bbox_name);
    if (read.phrases.length === 0) {
      issues.report('empty_entry', entry.pointer, `described: ${read.is_described}`);
    }
    read.phrases.forEach((phrase, i) => {
      if (phrase.sent_loc === null)
        issues.report('phrase_id_without_number', `${entry.pointer}/phrase_IDs/${i}`, 'NULL');
      if (phrase.section !== null && !knownSections.has(phrase.section)) {
        issues.reportOnce('unknown_section', `${entry.pointer}/sections/${i}`, phrase.section);
      }
      phrase.attributes.forEach((attribute, j) => {
        if (attribute.unknown.length > 0) reportUnknown(entry, `/attributes/${i}/${j}`, attribute);
      });
    });
  }
}

function codeOrNull(dictionary: { code(value: string): number }, value: string | null): number {
  return value === null ? -1 : dictionary.code(value);
}
