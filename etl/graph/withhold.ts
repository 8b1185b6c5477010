import type { Issues } from '../diagnostics/issues.js';
import * as keep from '../vocabulary/withheld.js';
import { cueKeys } from './documented_keys.js';
import { type ListName, listNames } from './entry.js';
import { isObject, type JsonObject } from './json.js';

type Keeps = Readonly<Record<string, keep.Keep>>;

const ofRoot: Keeps = {
  viewpoint: keep.keepViewpoint,
  gender: keep.keepGender,
  age_decile: keep.keepAge,
};

const ofEntry: Keeps = {
  object_id: keep.keepObjectId,
  bbox_name: keep.keepRegion,
  name: keep.keepName,
  synsets: keep.keepCuis,
};

const ofLists: Readonly<Record<ListName, Keeps>> = {
  objects: ofEntry,
  attributes: {
    ...ofEntry,
    attributes: keep.keepTriple,
    attributes_ids: keep.keepCuis,
    sections: keep.keepSection,
    ...Object.fromEntries(cueKeys.map((key) => [key, keep.keepTriple])),
  },
  relationships: {
    ...ofEntry,
    relationship_id: keep.keepRelationshipId,
    predicate: keep.keepPredicate,
    relationship_names: keep.keepTriple,
    attributes: keep.keepTriple,
    subject_id: keep.keepObjectId,
  },
};

/**
 * Replaces, in place, every text that a table would keep and that is neither documented nor of the form of its column: it could be report
 * text in the wrong place. Each is an issue, without the text. Sentences of another id than `study|number` are numbered, so that two
 * of them stay two.
 */
export function withholdText(root: JsonObject, issues: Issues): void {
  new Withholder(issues).graph(root);
}

class Withholder {
  readonly #issues: Issues;
  /** What stands for each phrase_id that was withheld. */
  readonly #phraseIds = new Map<string, string>();

  constructor(issues: Issues) {
    this.#issues = issues;
  }

  graph(root: JsonObject): void {
    this.#values(root, ofRoot, '');
    for (const list of listNames) {
      const entries = root[list];
      if (!Array.isArray(entries)) continue;
      entries.forEach((entry, i) => {
        if (isObject(entry)) this.#entry(entry, list, `/${list}/${i}`);
      });
    }
  }

  #entry(entry: JsonObject, list: ListName, pointer: string): void {
    const name = entry.bbox_name;
    this.#values(entry, ofLists[list], pointer);
    if (list !== 'attributes') return;
    this.#values(entry, { phrase_IDs: this.#phraseId }, pointer);
    // The key that is named like the region.
    if (typeof name !== 'string' || entry.bbox_name === name || !Object.hasOwn(entry, name)) return;
    entry[keep.WITHHELD] = entry[name];
    delete entry[name];
  }

  readonly #phraseId: keep.Keep = (text) => {
    if (keep.keepPhraseId(text) === text) return text;
    const known = this.#phraseIds.get(text) ?? `(withheld ${this.#phraseIds.size + 1})${numberOf(text)}`;
    this.#phraseIds.set(text, known);
    return known;
  };

  #values(object: JsonObject, keeps: Keeps, pointer: string): void {
    for (const [key, kept] of Object.entries(keeps)) {
      if (Object.hasOwn(object, key)) object[key] = this.#value(object[key], kept, `${pointer}/${key}`);
    }
  }

  /** A text, or the texts of lists. */
  #value(value: unknown, kept: keep.Keep, pointer: string): unknown {
    if (Array.isArray(value)) {
      value.forEach((element, i) => {
        value[i] = this.#value(element, kept, `${pointer}/${i}`);
      });
      return value;
    }
    if (typeof value !== 'string') return value;
    const text = kept(value);
    if (text !== value) this.#issues.add('withheld_text', pointer, `text of ${value.length} characters`);
    return text;
  }
}

/** The number behind the last bar of a phrase_id, with it: the place of the sentence is no text. */
const numberOf = (text: string) => /\|-?\d{1,15}(\.\d{1,15})?$/.exec(text)?.[0] ?? '';
