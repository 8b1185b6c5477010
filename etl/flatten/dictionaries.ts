import { Dictionary } from '../arrow/dictionary.js';
import { CuiIndexes } from './cuis.js';

/** The dictionaries of one chunk. A domain has one dictionary whatever the number of columns and tables that use it. */
export class Dictionaries {
  readonly #texts = new Map<string, Dictionary<string>>();
  readonly #textLists = new Map<string, Dictionary<readonly string[]>>();
  readonly #numberLists = new Map<string, Dictionary<readonly (number | null)[]>>();
  /** The dictionary of concept ids, by the texts that hold them. */
  readonly cuis = new CuiIndexes(this.textLists('cuis'));

  /** The dictionary of a domain of texts. */
  texts(domain: string): Dictionary<string> {
    return once(this.#texts, domain, Dictionary.ofTexts);
  }

  /** The dictionary of a domain of lists of text. */
  textLists(domain: string): Dictionary<readonly string[]> {
    return once(this.#textLists, domain, Dictionary.ofTextLists);
  }

  /** The dictionary of a domain of lists of numbers. */
  numberLists(domain: string): Dictionary<readonly (number | null)[]> {
    return once(this.#numberLists, domain, Dictionary.ofNumberLists);
  }
}

function once<D>(made: Map<string, D>, domain: string, make: (domain: string) => D): D {
  const dictionary = made.get(domain) ?? make(domain);
  made.set(domain, dictionary);
  return dictionary;
}
