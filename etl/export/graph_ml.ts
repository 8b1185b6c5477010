import { concat, listed, type PatientForm, quoted, timed, type Written } from './graph_forms.js';
import { type EdgeKind, edgeKinds, type GraphType, type NodeKind, nodeKinds } from './graph_kinds.js';

/** What stands for a character in an element or an attribute; in an attribute, a reader takes a line break for a blank. */
const references: readonly [string, string][] = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\\t', '&#9;'],
  ['\\n', '&#10;'],
  ['\\r', '&#13;'],
];

/** What XML 1.0 has no way to write, not even as a reference. */
const codes = [...Array(32).keys(), 0xfffe, 0xffff].filter((code) => ![0x09, 0x0a, 0x0d].includes(code));
const unwritable = new RegExp(`[${String.fromCharCode(...codes)}]`, 'g');

const written: Written = {
  string: (name) => `graph_text(${name})`,
  int: (name) => `${name}::varchar`,
  double: (name) => `to_json(${name})::varchar`,
  boolean: (name) => `${name}::varchar`,
  datetime: timed,
  strings: listed,
};

/** Types of GraphML; it has no times and no lists. */
const types: Readonly<Record<GraphType, string>> = {
  ...{ string: 'string', int: 'int', double: 'double' },
  ...{ boolean: 'boolean', datetime: 'string', strings: 'string' },
};

/** Keys of GraphML: n0, n1, … of nodes, e0, e1, … of edges. */
function keysOf(letter: string, first: string, kinds: readonly (NodeKind | EdgeKind)[]) {
  const all: Record<string, GraphType> = { [first]: 'string' };
  for (const { attributes } of kinds) Object.assign(all, attributes);
  return new Map(Object.entries(all).map(([name, type], i) => [name, { id: `${letter}${i}`, type }]));
}
const nodeKeys = keysOf('n', 'kind', nodeKinds);
const edgeKeys = keysOf('e', 'type', edgeKinds);

const data = ({ attributes }: NodeKind | EdgeKind, keys: typeof nodeKeys) =>
  Object.entries(attributes).map(
    ([name, type]) =>
      `${quoted(`<data key="${keys.get(name)!.id}">`)} || ${written[type](name)} || '</data>'`,
  );

const keyLines = (keys: typeof nodeKeys, of: string) =>
  [...keys].map(
    ([name, { id, type }]) =>
      `<key id="${id}" for="${of}" attr.name="${name}" attr.type="${types[type]}"/>\n`,
  );

const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${[...keyLines(nodeKeys, 'node'), ...keyLines(edgeKeys, 'edge')].join('')}`;

/** GraphML: one document per patient. */
export const graphml: PatientForm = {
  isOneGraph: false,
  between: "e'\\n'",
  escaped(name) {
    const replaced = references.reduce((text, [from, to]) => `replace(${text}, e'${from}', '${to}')`, name);
    const special = references.map(([from]) => from).join('');
    return `if(regexp_matches(${name}, e'[${special}]'), ${replaced}, ${name})`;
  },
  node: (kind) =>
    concat([
      ...[`'<node id="'`, 'id', quoted(`"><data key="n0">${kind.name}</data>`)],
      ...[...data(kind, nodeKeys), "'</node>'"],
    ]),
  edge: (kind) =>
    concat([
      ...[`'<edge source="'`, 'source', `'" target="'`, 'target'],
      ...[quoted(`"><data key="e0">${kind.type}</data>`), ...data(kind, edgeKeys), "'</edge>'"],
    ]),
  graph(patient, nodes, edges) {
    const lines = [`<graph id="${patient}" edgedefault="directed">`, ...nodes, ...edges, '</graph>'];
    return `${head}${lines.join('\n')}\n</graphml>\n`.replace(unwritable, '\ufffd');
  },
};
