import type { IssueCode, QuarantineCode } from '../../diagnostics/codes.js';

/** One kind of fault: how often it is planted, and what it leads to in a build. */
export interface Defect {
  /** Share of the graphs that have it. */
  readonly rate: number;
  /** What a faulty graph is like. */
  readonly is: string;
  /** Code of the one row of `quarantine` that each leads to. */
  readonly quarantine?: QuarantineCode;
  /** Code of the one row of `data_issues` that each leads to. */
  readonly issue?: IssueCode;
  /** Form of the release that can have it; both by default. */
  readonly only?: 'zip' | 'loose';
}

const files = {
  empty_file: { rate: 1e-4, quarantine: 'empty_file', is: 'a file of no bytes' },
  blank_file: { rate: 5e-5, quarantine: 'empty_file', is: 'a file of white space' },
  truncated_file: { rate: 2e-4, quarantine: 'invalid_json', is: 'a file that breaks off' },
  web_page: { rate: 5e-5, quarantine: 'invalid_json', is: 'the page of a server instead of JSON' },
  invalid_utf8: { rate: 1e-4, quarantine: 'invalid_utf8', is: 'a byte that is no UTF-8' },
  utf16: { rate: 5e-5, quarantine: 'invalid_utf8', is: 'UTF-16 with its mark' },
  deep_nesting: { rate: 5e-5, quarantine: 'too_deep', is: 'a key that nests 20,000 levels' },
  deep_root: { rate: 5e-5, quarantine: 'too_deep', is: '20,000 brackets and nothing else' },
  list_root: { rate: 5e-5, quarantine: 'not_an_object', is: 'the graph within a list' },
  huge_file: { rate: 5e-6, quarantine: 'too_large', is: '64 MiB and one byte of spaces' },
  identity_twice: { rate: 5e-5, quarantine: 'duplicate_key', is: 'study_id twice, with two values' },
  key_twice: { rate: 2e-4, issue: 'repeated_key', is: 'gender twice' },
  byte_order_mark: { rate: 5e-4, issue: 'byte_order_mark', is: 'a byte-order mark before the JSON' },
  crlf: { rate: 5e-4, is: 'CRLF line ends' },
  bare_nan: { rate: 1e-3, issue: 'nan', is: 'gender is a bare NaN' },
} satisfies Record<string, Defect>;

const members = {
  dangling_link: { rate: 5e-5, quarantine: 'unreadable', only: 'loose', is: 'a link to nowhere' },
  climbing_name: { rate: 5e-5, quarantine: 'unsafe_member_name', only: 'zip', is: '../ in the name' },
  encrypted: { rate: 5e-5, quarantine: 'unsupported_zip_member', only: 'zip', is: 'marked as encrypted' },
  unknown_method: {
    rate: 5e-5,
    quarantine: 'unsupported_zip_member',
    only: 'zip',
    is: 'compression method 12',
  },
  bad_packing: { rate: 5e-5, quarantine: 'bad_zip_member', only: 'zip', is: 'bytes that do not unpack' },
  wrong_checksum: { rate: 1e-4, quarantine: 'crc_mismatch', only: 'zip', is: 'another CRC-32 is declared' },
  wrong_size: { rate: 1e-4, quarantine: 'size_mismatch', only: 'zip', is: 'a smaller size is declared' },
  equal_copy: { rate: 5e-4, issue: 'repeated_image', is: 'the graph again in a folder below, unindented' },
  other_copy: { rate: 2e-4, quarantine: 'duplicate_image', is: 'the image again below, of another view' },
  archiver_leftover: { rate: 2e-4, is: 'a ._ file below __MACOSX that is no graph' },
} satisfies Record<string, Defect>;

const roots = {
  no_study_id: { rate: 1e-4, quarantine: 'missing_key', is: 'study_id is absent' },
  no_relationships: { rate: 5e-5, quarantine: 'missing_key', is: 'relationships is absent' },
  objects_no_list: { rate: 5e-5, quarantine: 'wrong_type', is: 'objects is an object' },
  image_id_number: { rate: 5e-5, quarantine: 'wrong_type', is: 'image_id is a number' },
  negative_id: { rate: 5e-5, quarantine: 'bad_id', is: 'patient_id is negative' },
  empty_image_id: { rate: 5e-5, quarantine: 'bad_id', is: 'image_id is empty text' },
  image_id_suffix: { rate: 2e-4, issue: 'image_id_suffix', is: 'image_id ends in .dcm' },
  patient_id_as_text: { rate: 1e-3, issue: 'id_as_string', is: 'patient_id is text' },
  study_id_as_text: { rate: 1e-3, issue: 'id_as_string', is: 'study_id is text' },
  number_for_text: { rate: 5e-4, issue: 'wrong_type_ignored', is: 'age_decile is a number' },
  unknown_key: { rate: 5e-4, issue: 'unknown_key', is: 'a key that is not documented' },
  unknown_view: { rate: 5e-4, issue: 'unknown_viewpoint', is: 'viewpoint is LATERAL' },
  iso_datetime: { rate: 5e-4, is: 'StudyDateTime with T and +00:00' },
  bad_datetime: { rate: 5e-4, issue: 'unparsable_datetime', is: 'StudyDateTime is 30 February' },
  lone_surrogate: { rate: 2e-4, issue: 'lone_surrogate', is: 'half a UTF-16 pair in reason_for_exam' },
  null_demographics: { rate: 2e-3, is: 'gender and age_decile are null, reason_for_exam is absent' },
  no_study_order: { rate: 5e-4, is: 'StudyOrder is null' },
} satisfies Record<string, Defect>;

const boxes = {
  negative_corner: { rate: 2e-3, is: 'x1 below 0' },
  corner_beyond_frame: { rate: 2e-3, is: 'y2 above 224' },
  box_outside: { rate: 5e-4, is: 'a box right of the frame' },
  zero_area: { rate: 1e-3, is: 'x2 is x1, in both frames' },
  inverted_box: { rate: 5e-4, is: 'y2 above y1' },
  zero_original_width: { rate: 5e-4, is: 'original_width is 0, though width is not' },
  null_corner: { rate: 2e-4, is: 'the four corners are null' },
  null_original_corner: { rate: 5e-4, is: 'the four corners of the original frame are null' },
  missing_boxes: { rate: 5e-3, is: 'five boxes fewer' },
  few_boxes: { rate: 5e-4, is: 'four boxes only' },
  duplicate_region: { rate: 1e-3, is: 'a second, shifted box of one bbox_name' },
  swapped_sides: { rate: 1e-3, is: 'the boxes of the two sides exchanged' },
  wide_box: { rate: 2e-3, is: 'a box as wide as the frame' },
  fractional_corner: { rate: 5e-4, issue: 'fractional_coordinate', is: 'x1 is a half more' },
  unknown_box_name: { rate: 5e-4, issue: 'unknown_region', is: 'a box of a region that is not documented' },
  null_box: { rate: 1e-4, quarantine: 'not_an_object', is: 'a null among objects' },
  nameless_box: { rate: 1e-4, quarantine: 'missing_key', is: 'a box without bbox_name' },
  corner_as_text: { rate: 1e-4, quarantine: 'wrong_type', is: 'x1 is text' },
} satisfies Record<string, Defect>;

const mentions = {
  phrases_absent: { rate: 2e-4, quarantine: 'missing_list', is: 'an entry without phrases' },
  uneven_lists: { rate: 2e-4, quarantine: 'length_mismatch', is: 'a section too many' },
  uneven_ids: { rate: 2e-4, quarantine: 'length_mismatch', is: 'a concept id too many' },
  two_part_attribute: { rate: 2e-4, quarantine: 'malformed_attribute', is: 'relation|label and no category' },
  flat_attributes: { rate: 1e-4, quarantine: 'wrong_type', is: 'attributes of a sentence is text' },
  synsets_as_text: { rate: 2e-4, issue: 'text_as_list', is: 'synsets of an entry is text' },
  synsets_null: { rate: 2e-4, issue: 'missing_synsets', is: 'synsets of an entry is null' },
  ids_null: { rate: 2e-4, issue: 'missing_cuis', is: 'attributes_ids of a sentence is null' },
  cues_null: { rate: 2e-4, issue: 'missing_cues', is: 'texture_cues of a sentence is null' },
  described_text: { rate: 2e-4, issue: 'wrong_type_ignored', is: 'the key named like the region is text' },
  dangling_object_id: { rate: 5e-3, is: 'a region is described whose box is missing' },
  described_false: { rate: 1e-3, is: 'the key named like the region is false' },
  described_absent: { rate: 5e-4, is: 'the key named like the region is absent' },
  empty_entry: { rate: 5e-4, issue: 'empty_entry', is: 'an entry whose lists are empty' },
  cues_absent: { rate: 1e-3, issue: 'missing_cues', is: 'an entry without texture_cues' },
  unknown_section: { rate: 5e-4, issue: 'unknown_section', is: 'section is addendum' },
  unknown_category: { rate: 5e-4, issue: 'unknown_category', is: 'an attribute of category observation' },
  unknown_label: { rate: 5e-4, issue: 'unknown_label', is: 'a label that is not documented' },
  unknown_relation: { rate: 5e-4, issue: 'unknown_relation', is: 'neither yes nor no' },
  phrase_id_without_number: {
    rate: 5e-4,
    issue: 'phrase_id_without_number',
    is: 'a phrase_ID that ends in a word',
  },
  fractional_sent_loc: { rate: 1e-3, is: 'a phrase_ID that ends in .5' },
  other_text: { rate: 1e-3, issue: 'conflicting_phrases', is: 'a second text for one phrase_ID' },
  contradiction: { rate: 1e-2, is: 'a later sentence of the region says the contrary' },
  same_sentence_contradiction: { rate: 1e-3, is: 'one sentence says yes and no' },
  repeated_attribute: { rate: 5e-3, is: 'an attribute string twice in one sentence' },
  normal_and_abnormal: { rate: 5e-3, is: 'a sentence is normal and abnormal' },
  stock_phrase: { rate: 5e-3, is: 'one text in many reports, with other labels in each' },
  wet_read: { rate: 5e-3, is: 'a sentence behind the header of a first reading' },
  parent_absent: { rate: 1e-3, is: 'a finding is affirmed of a region without what it implies' },
} satisfies Record<string, Defect>;

const relations = {
  names_as_text: { rate: 1e-4, quarantine: 'wrong_type', is: 'relationship_names is text' },
  uneven_contexts: { rate: 1e-4, quarantine: 'length_mismatch', is: 'a relationship context too many' },
  bad_relationship_id: {
    rate: 5e-4,
    issue: 'unparsable_relationship_id',
    is: 'a relationship_id of another form',
  },
  predicate_list: { rate: 5e-4, is: 'a predicate that is a list' },
  bad_predicate: { rate: 5e-4, issue: 'unparsable_predicate', is: 'a predicate that is no list' },
  predicate_null: { rate: 2e-4, issue: 'missing_predicate', is: 'a predicate that is null' },
  unknown_comparison: { rate: 5e-4, issue: 'unknown_comparison', is: 'comparison|yes|resolved' },
  denied_comparison: { rate: 5e-4, issue: 'unaffirmed_comparison', is: 'comparison|no|…' },
  short_comparison: { rate: 2e-4, issue: 'malformed_comparison', is: 'a relationship name of one part' },
  several_comparisons: { rate: 2e-3, is: 'no change and worsened at once' },
  absent_image: { rate: 2e-3, is: 'compared with an image that has no graph' },
  same_image: { rate: 5e-4, is: 'compared with itself' },
  other_patient: { rate: 5e-4, is: 'compared with an image of another patient' },
  other_region: { rate: 1e-3, is: 'the previous region is another one' },
  repeated_relation: { rate: 1e-3, is: 'a relationship twice' },
} satisfies Record<string, Defect>;

const gold = {
  gold_study_without_rows: { rate: 1e-4, is: 'the graph of a gold second exam has no attributes' },
} satisfies Record<string, Defect>;

const goldEnds = {
  gold_graph_absent: { rate: 1e-4, is: 'a gold second exam without a graph: the last of its patient' },
} satisfies Record<string, Defect>;

/** Faults of graphs by group and name, each with its rate. One graph has one fault at most. */
export const groups = { files, members, roots, boxes, mentions, relations, gold, goldEnds };

type Groups = typeof groups;
/** Name of a fault of this group. */
export type NameIn<G extends keyof Groups> = Extract<keyof Groups[G], string>;
export type DefectName = { [G in keyof Groups]: NameIn<G> }[keyof Groups];

/** Every fault of a graph by name. */
export const defects: ReadonlyMap<DefectName, Defect> = new Map(
  Object.values(groups).flatMap((group) => Object.entries(group) as [DefectName, Defect][]),
);
