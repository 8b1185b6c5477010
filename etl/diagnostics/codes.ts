/** Why a graph or one of its entries was rejected; `quarantine.code`. */
export const quarantineCodes = {
  unreadable: 'the file could not be read',
  unsafe_member_name: 'the name of the zip member climbs out of the archive',
  unsupported_zip_member: 'the zip member is encrypted or packed by an unknown method',
  bad_zip_member: 'the zip member cannot be unpacked',
  crc_mismatch: 'the checksum of the zip member is wrong',
  size_mismatch: 'the zip member unpacks to another size than it declares',
  too_large: 'the graph, or what it becomes, is larger than any scene graph could be',
  empty_file: 'there are no bytes',
  invalid_utf8: 'the bytes are not UTF-8',
  invalid_json: 'the text is not JSON',
  too_deep: 'the JSON nests absurdly',
  not_an_object: 'an object was expected',
  missing_key: 'a key without which the graph or entry means nothing is absent',
  wrong_type: 'a value has another JSON type than documented',
  bad_id: 'an id is no whole positive number, or no text',
  duplicate_key: 'an identifying key occurs twice with different values',
  duplicate_image: 'another graph of this image_id, with other content, comes first',
  missing_list: 'a documented list is absent',
  length_mismatch: 'parallel lists differ in length',
  malformed_attribute: 'an attribute string has fewer than three parts',
  field_count: 'a row of a text table has fields too many or too few, and which is which cannot be known',
} as const;

export type QuarantineCode = keyof typeof quarantineCodes;

/** What was loaded although it looks wrong; `data_issues.code`, with its severity and meaning. */
export const issueCodes = {
  byte_order_mark: ['info', 'the file starts with a byte-order mark; skipped'],
  nan: ['warning', 'bare NaN or Infinity, which JSON does not know; NULL'],
  lone_surrogate: ['warning', 'half a UTF-16 pair; replaced by U+FFFD'],
  id_as_string: ['info', 'an id is written as text; stored as a number'],
  unknown_key: ['info', 'a key that the format does not document; ignored'],
  wrong_type_ignored: ['warning', 'a value of another type than documented; NULL, or left out of its list'],
  text_as_list: ['warning', 'text where a list of text is documented; taken as its only element'],
  repeated_key: ['warning', 'a key that a JSON object holds twice; the last value stands'],
  image_id_suffix: ['info', 'an image id ends in .dcm; stored without'],
  unknown_viewpoint: ['warning', 'neither AP nor PA; kept'],
  unknown_region: ['warning', 'bbox_name outside the vocabulary; kept'],
  unknown_section: ['warning', 'section outside the vocabulary; kept'],
  unknown_category: ['warning', 'category_id outside the vocabulary; kept'],
  unknown_label: ['warning', 'label_name outside the vocabulary of its category; kept'],
  unknown_relation: ['warning', 'relation other than yes and no; kept, counted by no view'],
  unknown_comparison: ['warning', 'comparison other than improved, worsened, no change; kept'],
  unaffirmed_comparison: ['info', 'a comparison that is not affirmed; kept in relationship_names only'],
  malformed_comparison: [
    'warning',
    'a relationship name without three parts; kept in relationship_names only',
  ],
  phrase_id_without_number: ['warning', 'no number behind the | of a phrase_id; sent_loc is NULL'],
  unparsable_datetime: ['warning', 'StudyDateTime is no date and time in UTC; NULL'],
  unparsable_relationship_id: ['warning', 'relationship_id has another form; the ids read from it are NULL'],
  unparsable_predicate: ['warning', 'predicate is no stringified list; kept as the only predicate'],
  missing_predicate: ['info', 'predicate is absent or null; []'],
  missing_synsets: ['info', 'synsets are absent or null; []'],
  missing_cuis: ['info', 'the concept ids of the attributes of a sentence are null; []'],
  missing_cues: ['info', 'a cue list is absent or null; []'],
  fractional_coordinate: ['warning', 'a coordinate is no whole number; rounded to the nearest'],
  conflicting_phrases: ['warning', 'two texts for one phrase_id; the first is kept in phrases'],
  empty_entry: ['info', 'an attributes entry without phrases; it has no rows'],
  repeated_image: ['info', 'the same graph once more, with equal content; loaded once'],
  withheld_text: [
    'warning',
    'text that is neither documented nor of the form of its column; (withheld) in a build without text',
  ],
  skipped_file: [
    'info',
    'a file among the scene graphs that is none, or that is read when it is INPUT itself; not read',
  ],
  unreadable_input: ['warning', 'an optional file could not be read; its table is absent'],
  broken_file: ['warning', 'an optional file breaks off; what came before is loaded'],
  other_encoding: ['info', 'a text table in UTF-16; read as such'],
  other_delimiter: ['info', 'a text table with another delimiter than documented; read as such'],
  other_header: ['info', 'the first column of a text table has no header; left out'],
  missing_columns: ['info', 'columns that a text table does not have; NULL'],
  further_columns: ['info', 'columns of a text table that are not documented'],
  surplus_fields: ['warning', 'a row with more fields than the header; kept whole'],
  missing_fields: ['warning', 'a row that ends early; the other columns are NULL'],
  stray_quote: ['warning', 'a quote that does not end its field; kept as text'],
  invalid_bytes: ['warning', 'bytes of a text table that are not UTF-8; replaced by U+FFFD'],
  padded_value: ['info', 'an id with blanks around it; stored without'],
  further_copy: ['info', 'a further copy of an optional file; not read'],
} as const;

export type IssueCode = keyof typeof issueCodes;

/** Severity of an issue code, `info` or `warning`. */
export function severityOf(code: IssueCode): 'info' | 'warning' {
  return issueCodes[code][0];
}
