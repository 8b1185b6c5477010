import type { AttributeEntry } from '../graph/attribute_entry.js';
import type { Entry } from '../graph/entry.js';
import type { Phrase } from '../graph/phrase.js';
import { encodePhraseId } from '../schema/derived_id.js';
import { graphTables } from '../schema/index.js';
import { compareTexts } from '../text_order.js';
import type { Dictionaries } from './dictionaries.js';
import { type GraphKeys, KeyColumns } from './keys.js';
import { TableBuilder } from './table_builder.js';

/** Rows of `phrases`: each distinct phrase_id of a graph once, though many regions share a sentence. */
export class PhraseRows extends TableBuilder {
  readonly #keys = new KeyColumns(this);
  readonly #phrase_id = this.texts('phrase_id');
  readonly #sent_loc = this.double('sent_loc');
  readonly #section = this.texts('section');
  readonly #phrase = this.text('phrase');
  /** Sentences of the current graph by phrase_id. */
  readonly #gathered = new Map<string, Phrase>();

  constructor(dictionaries: Dictionaries) {
    super(graphTables.phrases, dictionaries);
  }

  /** Gathers the sentences of an entry of the current graph; the first text of a phrase_id is kept (null is none). */
  gather(entry: Entry, { phrases }: AttributeEntry): void {
    phrases.forEach((phrase, i) => {
      const first = this.#gathered.get(phrase.phrase_id);
      if (first === undefined || (first.text === null && phrase.text !== null)) {
        this.#gathered.set(phrase.phrase_id, phrase);
      } else if (phrase.text !== null && first.text !== phrase.text) {
        const lengths = `${first.text?.length} and ${phrase.text.length} characters`;
        entry.issues.add('conflicting_phrases', `${entry.pointer}/phrases/${i}`, `texts of ${lengths}`);
      }
    });
  }

  /** The text that the current graph will have of a sentence. */
  textOf(phraseId: string): string | null {
    return this.#gathered.get(phraseId)?.text ?? null;
  }

  /** Adds what was gathered, in the order of the report, and forgets it. */
  pushGathered(keys: GraphKeys): void {
    for (const phrase of [...this.#gathered.values()].sort(bySentence)) this.#push(keys, phrase);
    this.#gathered.clear();
  }

  /** Forgets what was gathered. */
  forget(): void {
    this.#gathered.clear();
  }

  #push(keys: GraphKeys, phrase: Phrase): void {
    this.#keys.push(keys);
    this.#phrase_id.push(encodePhraseId(phrase.phrase_id, keys.study_id, phrase.sent_loc));
    this.#sent_loc.push(phrase.sent_loc);
    this.#section.push(phrase.section);
    this.#phrase.push(phrase.text);
  }
}

function bySentence(a: Phrase, b: Phrase): number {
  const [first, second] = [a.sent_loc ?? Number.POSITIVE_INFINITY, b.sent_loc ?? Number.POSITIVE_INFINITY];
  if (first !== second) return first - second;
  return compareTexts(a.phrase_id, b.phrase_id);
}
