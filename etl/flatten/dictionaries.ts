import { Dictionary } from '../arrow/builders.js';

const ofText = (domain: string) => new Dictionary<string>(domain, 'text', (value) => value);

/** One element is by far the commonest, and then its text is key enough. */
const ofLists = (domain: string) =>
  new Dictionary<readonly string[]>(domain, 'texts', (list) =>
    list.length === 0 ? '' : list.length === 1 ? `=${list[0]}` : JSON.stringify(list),
  );

/** JSON would write -0 as 0. */
const numberKey = (value: number | null) => (Object.is(value, -0) ? '-0' : String(value));

/** The dictionaries of one chunk. A domain has one dictionary whatever the number of tables that use it. */
export class Dictionaries {
  readonly image_id = ofText('image_id');
  readonly viewpoint = ofText('viewpoint');
  readonly gender = ofText('gender');
  readonly age_decile = ofText('age_decile');
  readonly bbox_name = ofText('bbox_name');
  readonly umls_name = ofText('umls_name');
  readonly object_id = ofText('object_id');
  readonly subject_id = ofText('subject_id');
  readonly previous_image_id = ofText('previous_image_id');
  readonly previous_object_id = ofText('previous_object_id');
  readonly phrase_id = ofText('phrase_id');
  readonly section = ofText('section');
  readonly category_id = ofText('category_id');
  readonly relation = ofText('relation');
  readonly label_name = ofText('label_name');
  readonly code = ofText('code');
  readonly severity = ofText('severity');
  readonly cuis = ofLists('cuis');
  readonly comparison_cues = ofLists('comparison_cues');
  readonly temporal_cues = ofLists('temporal_cues');
  readonly severity_cues = ofLists('severity_cues');
  readonly texture_cues = ofLists('texture_cues');
  readonly predicates = ofLists('predicates');
  readonly comparisons = ofLists('comparisons');
  readonly relationship_names = ofLists('relationship_names');
  readonly attributes = ofLists('attributes');
  readonly relationship_contexts = new Dictionary<readonly (number | null)[]>(
    'relationship_contexts',
    'numbers',
    (list) => list.map(numberKey).join(),
  );

  readonly #cuiCodes = new Map<string, number>();

  /** Code of the list that a CUI string stands for: split at ;;, empty parts dropped. */
  cuisOfText(text: string): number {
    let code = this.#cuiCodes.get(text);
    if (code === undefined) {
      code = this.cuis.code(splitCuis(text));
      this.#cuiCodes.set(text, code);
    }
    return code;
  }

  /** Code of the list that a synsets list stands for. */
  cuisOfList(texts: readonly string[]): number {
    if (texts.length === 1) return this.cuisOfText(texts[0]!);
    return this.cuis.code(texts.flatMap(splitCuis));
  }
}

function splitCuis(text: string): string[] {
  return text.split(';;').filter((part) => part !== '');
}
