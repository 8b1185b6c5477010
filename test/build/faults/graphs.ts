import type { QuarantineCode } from '../../../etl/diagnostics/codes.js';
import { graphOf, type Json } from '../../helpers/graph.js';

/** The bytes of a file that is rejected whole, and its code. */
export type FaultyGraph = readonly [content: string | Buffer, code: QuarantineCode];

/** More levels than a recursive reader survives. */
export const nested = '['.repeat(20_000) + ']'.repeat(20_000);

/** A graph of an image that no other case has, as JSON. */
const graph = (values: Json = {}) => JSON.stringify(graphOf(values));
const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);
const without = (key: string) => graph({ [key]: undefined });
/** A graph one of whose values nests. */
const deep = (values: Json) => graph(values).replace('"NESTED"', nested);

/** Graphs that are rejected whole, by what is wrong with them. */
export const faultyGraphs: Record<string, FaultyGraph> = {
  no_bytes: ['', 'empty_file'],
  blank: [' \r\n\t', 'empty_file'],
  mark_only: ['\ufeff', 'empty_file'],

  truncated: [graph().slice(0, -40), 'invalid_json'],
  truncated_in_key: [graph().slice(0, 5), 'invalid_json'],
  truncated_in_escapes: [`{"image_id":"${'\\n'.repeat(6_000_000)}`, 'invalid_json'],
  two_objects: [graph() + graph(), 'invalid_json'],
  web_page: ['<html><body>404</body></html>', 'invalid_json'],
  single_quotes: [graph().replaceAll('"', "'"), 'invalid_json'],
  trailing_comma: [graph().replace(/\}$/, ',}'), 'invalid_json'],
  comment: [`// a graph\n${graph()}`, 'invalid_json'],
  raw_newline: [graph({ reason_for_exam: 'BREAK' }).replace('BREAK', 'a\nb'), 'invalid_json'],
  raw_nul: [`${graph()}\0`, 'invalid_json'],
  hexadecimal_id: [graph().replace('10000001', '0x989681'), 'invalid_json'],
  two_marks: [`\ufeff\ufeff${graph()}`, 'invalid_json'],

  latin_1: [bytes(graph({ gender: 'é' }), 'latin1'), 'invalid_utf8'],
  utf_16: [bytes(`\ufeff${graph()}`, 'utf16le'), 'invalid_utf8'],
  surrogate_bytes: [
    Buffer.concat([bytes('"', 'latin1'), bytes('eda080', 'hex'), bytes('"', 'latin1')]),
    'invalid_utf8',
  ],
  overlong: [bytes('c0af', 'hex'), 'invalid_utf8'],

  nested_root: [nested, 'too_deep'],
  nested_objects: [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'too_deep'],
  nested_unknown_key: [deep({ other: 'NESTED' }), 'too_deep'],
  nested_known_key: [deep({ viewpoint: 'NESTED' }), 'too_deep'],
  nested_image_id: [deep({ image_id: 'NESTED' }), 'too_deep'],
  nested_date: [deep({ StudyDateTime: 'NESTED' }), 'too_deep'],
  nested_entry: [deep({ objects: ['NESTED'] }), 'too_deep'],
  nested_in_entry: [deep({ attributes: [{ other: 'NESTED' }] }), 'too_deep'],
  nested_in_text_list: [deep({ relationships: [{ synsets: ['NESTED'] }] }), 'too_deep'],

  list_root: [`[${graph()}]`, 'not_an_object'],
  number_root: ['5', 'not_an_object'],
  text_root: ['"graph"', 'not_an_object'],
  null_root: ['null', 'not_an_object'],
  nan_root: ['NaN', 'not_an_object'],

  no_image_id: [without('image_id'), 'missing_key'],
  no_patient_id: [without('patient_id'), 'missing_key'],
  no_study_id: [without('study_id'), 'missing_key'],
  no_objects: [without('objects'), 'missing_key'],
  no_attributes: [without('attributes'), 'missing_key'],
  no_relationships: [without('relationships'), 'missing_key'],
  inherited_keys: [`{"__proto__":${graph()}}`, 'missing_key'],

  image_id_number: [graph({ image_id: 5 }), 'wrong_type'],
  image_id_null: [graph({ image_id: null }), 'wrong_type'],
  patient_id_boolean: [graph({ patient_id: true }), 'wrong_type'],
  study_id_nan: [graph().replace('50000001', 'NaN'), 'wrong_type'],
  study_id_list: [graph({ study_id: [50000001] }), 'wrong_type'],
  objects_object: [graph({ objects: {} }), 'wrong_type'],
  attributes_text: [graph({ attributes: '[]' }), 'wrong_type'],
  relationships_null: [graph({ relationships: null }), 'wrong_type'],

  image_id_empty: [graph({ image_id: '' }), 'bad_id'],
  patient_id_negative: [graph({ patient_id: -10000001 }), 'bad_id'],
  patient_id_zero: [graph({ patient_id: 0 }), 'bad_id'],
  patient_id_fraction: [graph({ patient_id: 10000001.5 }), 'bad_id'],
  patient_id_text_fraction: [graph({ patient_id: '10000001.0' }), 'bad_id'],
  patient_id_word: [graph({ patient_id: 'p10000001' }), 'bad_id'],
  study_id_beyond_32_bits: [graph({ study_id: 2 ** 31 }), 'bad_id'],
  study_id_text_beyond_32_bits: [graph({ study_id: '9999999999' }), 'bad_id'],
  study_id_beyond_doubles: [graph().replace('50000001', '1e999'), 'bad_id'],
  study_id_empty: [graph({ study_id: '' }), 'bad_id'],

  study_id_twice_at_first: [
    graph().replace('"study_id"', '"study_id": 50000009, "study_id"'),
    'duplicate_key',
  ],
  image_id_twice: [graph({ image_id: 'x1' }).replace(/\}$/, ',"image_id":"x2"}'), 'duplicate_key'],
  patient_id_twice: [graph({ image_id: 'x3' }).replace(/\}$/, ',"patient_id":10000002}'), 'duplicate_key'],
};
