import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DOMParser } from 'linkedom';

/** A node or an edge: its attributes that have a value, with kind or type; a list is its elements with `;` between them. */
export type Element = Record<string, string | number | boolean>;

/** What an export of any form holds, each node and edge once, sorted. */
export interface ReadGraph {
  readonly nodes: Element[];
  readonly edges: Element[];
}

/** All files of a folder with this suffix, by path, sorted. */
async function texts(folder: string, suffix: string): Promise<[path: string, text: string][]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(suffix)).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]),
  );
}

const sorted = (elements: readonly Element[]): Element[] => {
  const lines = elements.map((one) =>
    JSON.stringify(Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))),
  );
  return [...new Set(lines)].sort().map((line) => JSON.parse(line));
};

/** Reads --form node-link. */
export async function readNodeLink(folder: string): Promise<ReadGraph> {
  const graphs = (await texts(folder, '.jsonl')).flatMap(([, text]) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  );
  const flat = (one: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => [name, Array.isArray(value) ? value.join(';') : value]),
    ) as Element;
  return {
    nodes: sorted(graphs.flatMap(({ nodes }) => nodes).map(flat)),
    edges: sorted(graphs.flatMap(({ edges }) => edges).map(flat)),
  };
}

const values: Readonly<Record<string, (text: string) => string | number | boolean>> = {
  int: Number,
  double: Number,
  boolean: (text) => text === 'true',
};

/** An attribute of XML; linkedom gives `&`, `<` and `>` as references. */
const attribute = (element: { getAttribute(name: string): string | null }, name: string) =>
  element.getAttribute(name)!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Reads --form graphml. */
export async function readGraphml(folder: string): Promise<ReadGraph> {
  const [nodes, edges]: [Element[], Element[]] = [[], []];
  for (const [, text] of await texts(folder, '.graphml')) {
    const document = new DOMParser().parseFromString(text, 'text/xml');
    const keys = new Map(
      [...document.querySelectorAll('key')].map((key) => [
        key.getAttribute('id'),
        [key.getAttribute('attr.name')!, key.getAttribute('attr.type')!] as const,
      ]),
    );
    const read = (element: { querySelectorAll(name: string): Iterable<unknown> }) =>
      [...element.querySelectorAll('data')].map((one) => {
        const data = one as { getAttribute(name: string): string; textContent: string };
        const [name, type] = keys.get(data.getAttribute('key'))!;
        return [name, (values[type] ?? String)(data.textContent)];
      });
    for (const node of document.querySelectorAll('node'))
      nodes.push({ id: attribute(node, 'id'), ...Object.fromEntries(read(node)) });
    for (const edge of document.querySelectorAll('edge')) {
      const [source, target] = [attribute(edge, 'source'), attribute(edge, 'target')];
      edges.push({ source, target, ...Object.fromEntries(read(edge)) });
    }
  }
  return { nodes: sorted(nodes), edges: sorted(edges) };
}

/** Rows of CSV as Neo4j's import reads them: what is not in quotes and empty has no value. */
function csvRows(text: string): (string | undefined)[][] {
  const rows: (string | undefined)[][] = [[]];
  for (const [whole, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])/g)) {
    if (whole === '') continue;
    rows.at(-1)!.push(quoted === undefined ? bare || undefined : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Reads --form neo4j. */
export async function readNeo4j(folder: string): Promise<ReadGraph> {
  const [nodes, edges]: [Element[], Element[]] = [[], []];
  for (const [, text] of await texts(folder, '.csv')) {
    const [head, ...rows] = csvRows(text);
    const columns = head!.map((column) => {
      const [, name, type] = /^(\w*):?(.*)$/.exec(column!)!;
      if (type!.startsWith('ID(')) return ['id', ''] as const;
      if (type!.startsWith('START_ID(')) return ['source', ''] as const;
      if (type!.startsWith('END_ID(')) return ['target', ''] as const;
      return [{ LABEL: 'kind', TYPE: 'type' }[type!] ?? name!, type!] as const;
    });
    for (const row of rows) {
      const cells = columns.flatMap(([name, type], i) => {
        const cell = row[i];
        if (cell === undefined) return [];
        return [
          [name, name === 'kind' || name === 'type' ? cell.toLowerCase() : (values[type] ?? String)(cell)],
        ];
      });
      (head!.some((column) => column!.startsWith(':START_ID')) ? edges : nodes).push(
        Object.fromEntries(cells),
      );
    }
  }
  return { nodes: sorted(nodes), edges: sorted(edges) };
}
