/** Types of the contract as Parquet has them: physical, and what it stands for. */
const text = 'BYTE_ARRAY UTF8';
const integer = 'INT32 INT_32';
const double = 'DOUBLE';
const boolean = 'BOOLEAN';
const timestamp = 'INT64 TIMESTAMP_MICROS, no zone';
const texts = `LIST of ${text}`;
const doubles = `LIST of ${double}`;
const integers = `LIST of ${integer}`;

type Columns = Readonly<Record<string, string>>;

const keys = { image_id: text, study_id: integer, patient_id: integer };
const cues = { comparison_cues: texts, temporal_cues: texts, severity_cues: texts, texture_cues: texts };
const corners = (prefix: string) =>
  Object.fromEntries(['x1', 'y1', 'x2', 'y2', 'width', 'height'].map((name) => [prefix + name, integer]));

/** Columns and types of the per-image tables, copied by hand from docs/contract.md. */
export const contractColumns: Readonly<Record<string, Columns>> = {
  images: {
    ...keys,
    ...{ viewpoint: text, gender: text, age_decile: text, reason_for_exam: text },
    ...{ study_order: integer, study_datetime: timestamp },
  },
  objects: {
    ...keys,
    ...{ object_index: integer, object_id: text, bbox_name: text, cuis: texts, umls_name: text },
    ...corners(''),
    ...corners('original_'),
  },
  object_phrases: {
    ...keys,
    ...{ entry_index: integer, object_id: text, bbox_name: text, cuis: texts, umls_name: text },
    ...{ is_described: boolean, phrase_index: integer, phrase_id: text, sent_loc: double, section: text },
    ...cues,
  },
  object_attributes: {
    ...keys,
    ...{
      entry_index: integer,
      object_id: text,
      bbox_name: text,
      phrase_index: integer,
      attribute_index: integer,
    },
    ...{
      phrase_id: text,
      sent_loc: double,
      section: text,
      category_id: text,
      relation: text,
      label_name: text,
    },
    ...{ cuis: texts, ...cues },
  },
  phrases: { ...keys, phrase_id: text, sent_loc: double, section: text, phrase: text },
  comparison_relations: {
    ...keys,
    ...{
      relationship_index: integer,
      relationship_id: text,
      bbox_name: text,
      subject_id: text,
      object_id: text,
    },
    ...{ previous_image_id: text, previous_study_id: integer, phrase_id: text, sent_loc: double },
    ...{ predicates: texts, cuis: texts, comparisons: texts, relationship_names: texts },
    ...{ relationship_contexts: doubles, attributes: texts, phrase: text },
  },
};

/** What the columns of the other tables may be. */
export const contractTypes = [
  text,
  integer,
  'INT64 INT_64',
  double,
  boolean,
  timestamp,
  texts,
  doubles,
  integers,
];
