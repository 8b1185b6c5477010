import { concat, type PatientForm, quoted, timed, type Written } from './graph_forms.js';
import type { EdgeKind, NodeKind } from './graph_kinds.js';

const written: Written = {
  string: (name) => `'"' || graph_text(${name}) || '"'`,
  int: (name) => `${name}::varchar`,
  double: (name) => `to_json(${name})::varchar`,
  boolean: (name) => `${name}::varchar`,
  datetime: (name) => `'"' || ${timed(name)} || '"'`,
  strings: (name) => `if(len(${name}) > 0, to_json(${name})::varchar, null)`,
};

const pairs = ({ attributes }: NodeKind | EdgeKind) =>
  Object.entries(attributes).map(([name, type]) => `${quoted(`,"${name}":`)} || ${written[type](name)}`);

/** Node-link JSON, as NetworkX reads it: one line per patient. What is NULL has no attribute. */
export const nodeLink: PatientForm = {
  isOneGraph: false,
  between: "','",
  escaped: (name) => `(to_json(${name})::varchar)[2:-2]`,
  node: (kind) => concat([`'{"id":"'`, 'id', quoted(`","kind":"${kind.name}"`), ...pairs(kind), "'}'"]),
  edge: (kind) =>
    concat([
      ...[`'{"source":"'`, 'source', `'","target":"'`, 'target'],
      ...[quoted(`","type":"${kind.type}"`), ...pairs(kind), "'}'"],
    ]),
  graph: (patient, nodes, edges) =>
    `{"directed":true,"multigraph":true,"graph":{"name":"${patient}"},"nodes":[${nodes.join()}],"edges":[${edges.join()}]}\n`,
};
