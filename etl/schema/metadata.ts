import { column, required, type Table } from './table.js';

export const quarantine: Table = {
  name: 'quarantine',
  kind: 'metadata',
  title: 'Rejected input',
  grain: 'one row per rejected graph, entry or row of a text table',
  key: ['source', 'member', 'code', 'json_pointer'],
  columns: [
    column('source', 'VARCHAR', 'file within INPUT'),
    column(
      'member',
      'VARCHAR',
      'zip member, record number or line number within the source; NULL for a loose file',
    ),
    column('image_id', 'VARCHAR', 'image that the graph names; NULL where it could not be read'),
    required('stage', 'VARCHAR', 'discover, plan, flatten or load: where it was rejected'),
    required('code', 'VARCHAR', 'what is wrong, one of the documented codes'),
    column('json_pointer', 'VARCHAR', 'the rejected entry, e.g. /attributes/3; empty for the whole graph'),
    required('message', 'VARCHAR', 'expected and found, never report text'),
  ],
};

export const data_issues: Table = {
  name: 'data_issues',
  kind: 'metadata',
  title: 'Data-quality warnings',
  grain: 'one row per observation',
  key: ['code', 'image_id', 'location', 'detail'],
  columns: [
    required('code', 'VARCHAR', 'what was observed, one of the documented codes'),
    required('severity', 'VARCHAR', 'info or warning'),
    column('image_id', 'VARCHAR', 'the image; NULL when it concerns the input as a whole'),
    column('location', 'VARCHAR', 'JSON pointer within the graph, or a path within INPUT'),
    column('detail', 'VARCHAR', 'expected and found; never report text'),
  ],
};

export const source_details: Table = {
  name: 'source_details',
  kind: 'metadata',
  title: 'What differs from the documented form',
  grain: 'one row per value of a graph that the other tables cannot give back',
  key: ['image_id', 'json_pointer', 'kind', 'value_json'],
  freeText: true,
  columns: [
    required('image_id', 'VARCHAR', 'the image whose graph it is of'),
    required(
      'json_pointer',
      'VARCHAR',
      'its place in the graph, e.g. /attributes/3/synsets; empty for the graph as a whole',
    ),
    required(
      'kind',
      'VARCHAR',
      'value: this stands there · absent: nothing does · rejected: an entry that is in quarantine · repeated: an earlier value of a key that stands twice',
    ),
    column('value_json', 'VARCHAR', 'the value as JSON; NULL where nothing stands'),
  ],
};

export const build_info: Table = {
  name: 'build_info',
  kind: 'metadata',
  title: 'The build',
  grain: 'one row per key',
  key: ['key'],
  unpublished: true,
  columns: [required('key', 'VARCHAR', 'what it is about'), column('value', 'VARCHAR', 'its value')],
};

const lines = (name: string, description: string) =>
  column(name, 'INTEGER', `${description}; NULL where it has no lines`);

export const input_files: Table = {
  name: 'input_files',
  kind: 'metadata',
  title: 'Known input files',
  grain: 'one row per known file, found or not; n_lines is the sum of the other counts',
  key: ['input'],
  unpublished: true,
  columns: [
    required('input', 'VARCHAR', 'what the file is, e.g. split_valid'),
    required(
      'path',
      'VARCHAR',
      'path within the release, as found or else as documented; or the option that names the file',
    ),
    column('table_name', 'VARCHAR', 'the table that it fills; NULL for a vocabulary'),
    required('is_found', 'BOOLEAN', 'the file is there'),
    column('n_rows', 'INTEGER', 'rows or names that were loaded; NULL where it was not found or not read'),
    column('n_rejected', 'INTEGER', 'rows that stand in quarantine'),
    lines('n_lines', 'physical lines'),
    lines('n_header_lines', 'of these, the header'),
    lines('n_blank_lines', 'of these, lines without content'),
    lines('n_continuation_lines', 'of these, lines that continue a quoted field of an earlier line'),
  ],
};
