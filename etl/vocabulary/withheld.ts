import { comparisons, labels, regions, relations, sections } from './index.js';

// What a build without text keeps of a text that is not documented free text: only what the dataset documents, or what has the form of
// its column. Anything else could be report text that stands in the wrong place.

/** Stands for what was withheld. */
export const WITHHELD = '(withheld)';

/** What may be kept of a text: all of it, or WITHHELD in place of what could be free text. */
export type Keep = (text: string) => string;

const all =
  (test: (text: string) => boolean): Keep =>
  (text) =>
    test(text) ? text : WITHHELD;
const matching = (form: RegExp): Keep => all((text) => form.test(text));
const oneOf = (...words: readonly string[]): Keep => {
  const known = new Set(words);
  return all((text) => known.has(text));
};
const joined =
  (separator: string, keep: Keep): Keep =>
  (text) =>
    text
      .split(separator)
      .map((part) => (part === '' ? part : keep(part)))
      .join(separator);

/** Words of documented names, and of what DICOM calls views and procedures. */
const words: ReadonlySet<string> = new Set(
  [
    ...regions.flatMap(({ bbox_name, umls_name }) => [bbox_name, umls_name ?? '']),
    ...labels.flatMap(({ category_id, label_name }) => [category_id, label_name]),
    ...comparisons,
    ...relations,
    ...sections,
    'status change structure of entire lobe zone part region',
    'comparison train valid validate val test other location study id annotation annotations has attribute subject object',
    'ap pa lat lateral ll lao rao lpo rpo lld rld axial xtable swimmers antero postero anterior posterior',
    'chest portable port single view views two decub decubitus erect recumbent pre op line placement picc trauma cxr pelvis dx',
  ]
    .join(' ')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== ''),
);

/** Most words of a name; a sentence has more, or others. */
const MOST_WORDS = 10;

/** A name: a few words, each of a documented name, a number or a code that has a digit. */
const isName = (text: string) => {
  const parts = text.split(/[^\p{L}\p{N}_]+/u).filter((part) => part !== '');
  const isKnown = (part: string) =>
    words.has(part.toLowerCase()) || (part.length <= 20 && /\d/.test(part) && /^[\w]+$/.test(part));
  return text.length <= 120 && parts.length <= MOST_WORDS && parts.every(isKnown);
};

/** A name of the dataset, such as that of a concept. */
export const keepName: Keep = all(isName);

/** The name of a region. */
export const keepRegion = oneOf(...regions.map(({ bbox_name }) => bbox_name));
/** An id without blanks. */
export const isId = (text: string) => /^[\w.-]{1,80}$/.test(text);
export const keepSection = oneOf('', ...sections);
export const keepViewpoint: Keep = all((text) => /^[A-Z ]{0,20}$/.test(text) && isName(text));
export const keepGender = matching(/^([A-Z]|male|female)?$/i);
export const keepAge = matching(/^[\d <>=+–-]{0,12}$/);
export const keepPhraseId = matching(/^\d{1,10}\|-?\d{1,15}(\.\d{1,15})?$/);
/** Concept ids joined by `;;`. */
export const keepCuis = joined(';;', matching(/^[A-Za-z]{1,4}\d{1,12}$/));

const keepCategory = oneOf(...labels.map(({ category_id }) => category_id), 'comparison');
const keepRelation = oneOf(...relations);
const keepLabel = oneOf(...labels.map(({ label_name }) => label_name), ...comparisons);

/** `category|relation|label`, of a finding, a cue or a comparison, part by part. */
export const keepTriple: Keep = (text) => {
  const [category, relation, ...rest] = text.split('|') as [string, ...string[]];
  if (relation === undefined) return WITHHELD;
  const head = `${keepCategory(category)}|${keepRelation(relation)}`;
  return rest.length === 0 ? head : `${head}|${keepLabel(rest.join('|'))}`;
};

/** `{image_id}_{bbox_name}`, part by part. */
export const keepObjectId: Keep = (text) => {
  const [image, ...rest] = text.split('_') as [string, ...string[]];
  const id = isId(image) ? image : WITHHELD;
  return rest.length === 0 ? id : `${id}_${keepRegion(rest.join('_'))}`;
};

/** `{study_id}|{sent_loc}_{previous study_id}_{CUI}_{8 hex}_{8 hex}`. */
export const keepRelationshipId = matching(/^\d{1,10}\|-?\d{1,15}(\.\d{1,15})?_\d{1,10}_\w{1,80}$/);

/** A stringified list of names. */
export const keepPredicate: Keep = all((text) => /^[[\]'", \p{L}\p{N}]*$/u.test(text) && isName(text));

/** What is kept of the short texts of text tables, by the column; `name` where a column has no form of its own. */
const columns: Readonly<Record<string, Keep>> = {
  bbox_name: keepRegion,
  category_id: keepCategory,
  label_name: keepLabel,
  attribute: keepTriple,
  object_id: keepObjectId,
  subject_id: keepObjectId,
  relationship_id: keepRelationshipId,
  annot_id: joined('|', (text) => (isId(text) ? text : keepRegion(text))),
  path: matching(/^[\w./-]{0,200}$/),
  row_id: keepPhraseId,
  phrase_id: keepPhraseId,
  section: keepSection,
  comparison: joined(';;', keepLabel),
  coord224: matching(/^[\d.,;[\]() +-]*$/),
  coord_original: matching(/^[\d.,;[\]() +-]*$/),
  relation: all((text) => /^\d(\.0)?$/.test(text) || isName(text)),
  context: all((text) => /^\d(\.0)?$/.test(text) || isName(text)),
};

/** What is kept of a short text of this column of a text table. */
export const keepOfColumn = (column: string): Keep => columns[column] ?? keepName;

/** What is kept of an image id of a text table; it can be no key when it is none. */
export const keepImageId: Keep = all(isId);
