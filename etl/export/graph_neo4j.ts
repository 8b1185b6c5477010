import type { ExportRun } from './format.js';
import { concat, type GraphForm, listed, timed, type Written } from './graph_forms.js';
import type { EdgeKind, GraphType, NodeKind } from './graph_kinds.js';
import { countGraph, graphTexts, kinds, SLICE, sharedTexts } from './graph_rows.js';
import type { TextFile } from './text_file.js';

const inQuotes = (text: string) => `'"' || ${text} || '"'`;

const written: Written = {
  string: (name) => inQuotes(`graph_text(${name})`),
  int: (name) => `${name}::varchar`,
  double: (name) => `to_json(${name})::varchar`,
  boolean: (name) => `${name}::varchar`,
  datetime: timed,
  strings: (name) => inQuotes(listed(name)),
};

/** What Neo4j's import is shown of the type of a column; text needs nothing. */
const suffixes: Readonly<Record<GraphType, string>> = {
  ...{ string: '', int: ':int', double: ':double' },
  ...{ boolean: ':boolean', datetime: ':localdatetime', strings: ':string[]' },
};

const line = (ends: readonly string[], { attributes }: NodeKind | EdgeKind, word: string) =>
  concat([
    ...ends.flatMap((end, i) => [i === 0 ? `'"'` : `',"'`, end, `'"'`]),
    ...Object.entries(attributes).flatMap(([name, type]) => [`','`, written[type](name)]),
    `',${word}'`,
  ]);

/** Lines of CSV for the bulk import of Neo4j: text is always in quotes, so that empty text is not NULL. */
const csv: GraphForm = {
  isOneGraph: true,
  between: "e'\\n'",
  escaped: (name) => `replace(${name}, '"', '""')`,
  node: (kind) => line(['id'], kind, label(kind.name)),
  edge: (kind) => line(['source', 'target'], kind, kind.type.toUpperCase()),
};

/** The form that this module writes. */
export const neo4j = csv;

/** The label of a kind of node. */
const label = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function headOf(kind: NodeKind | EdgeKind): string {
  const [ends, word] =
    'type' in kind
      ? [[`:START_ID(${label(kind.from)})`, `:END_ID(${label(kind.to)})`], ':TYPE']
      : [[`id:ID(${label(kind.name)})`], ':LABEL'];
  const columns = Object.entries(kind.attributes).map(([name, type]) => name + suffixes[type]);
  return `${[...ends, ...columns, word].join()}\n`;
}

/** Writes the graph of all patients as one CSV file per kind of node and edge. */
export async function writeNeo4j(run: ExportRun): Promise<void> {
  await withFiles(run, [], async (files) => {
    const shared = new Map(
      kinds.flatMap(({ isShared }, kind) => (isShared ? [[kind, new Set<string>()] as const] : [])),
    );
    for await (const slice of run.acrossSplits(SLICE)) {
      for (const { texts } of await graphTexts(run, csv, 'chosen_images'))
        for (const [kind, text] of texts.entries())
          if (text !== undefined) await files[kind]!.write(`${text}\n`);
      for (const [kind, lines] of shared)
        for (const text of await sharedTexts(run, csv, kinds[kind]!)) lines.add(text);
      run.advance(slice.images);
    }
    for (const [kind, lines] of shared) {
      for (const text of [...lines].sort()) await files[kind]!.write(`${text}\n`);
      countGraph(run, kinds[kind]!, lines.size);
    }
  });
}

/** Begins the file of each kind with its first line. */
async function withFiles(
  run: ExportRun,
  files: readonly TextFile[],
  work: (files: readonly TextFile[]) => Promise<void>,
): Promise<void> {
  const kind = kinds[files.length];
  if (!kind) return work(files);
  await run.textFile(`${kind.file}.csv`, async (file) => {
    await file.write(headOf(kind));
    await withFiles(run, [...files, file], work);
  });
}
