import { column, required, type Table } from './table.js';

export const quarantine: Table = {
  name: 'quarantine',
  kind: 'bookkeeping',
  title: 'Rejected input',
  grain: 'one row per rejected graph or entry',
  key: ['source', 'member', 'code', 'json_pointer'],
  columns: [
    column('source', 'VARCHAR', 'file within INPUT'),
    column('member', 'VARCHAR', 'zip member or record number within the source; NULL for a loose file'),
    column('image_id', 'VARCHAR', 'image that the graph names; NULL where it could not be read'),
    required('stage', 'VARCHAR', 'discover, plan or flatten: where it was rejected'),
    required('code', 'VARCHAR', 'what is wrong, one of the documented codes'),
    column('json_pointer', 'VARCHAR', 'the rejected entry, e.g. /attributes/3; empty for the whole graph'),
    required('message', 'VARCHAR', 'expected and found, never report text'),
  ],
};

export const data_issues: Table = {
  name: 'data_issues',
  kind: 'bookkeeping',
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

export const build_info: Table = {
  name: 'build_info',
  kind: 'bookkeeping',
  title: 'The build',
  grain: 'one row per key',
  key: ['key'],
  unpublished: true,
  columns: [required('key', 'VARCHAR', 'what it is about'), column('value', 'VARCHAR', 'its value')],
};
