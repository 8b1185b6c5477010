import type { ExportRun } from './format.js';
import type { GraphForm } from './graph_forms.js';
import { type EdgeKind, edgeKinds, type NodeKind, nodeKinds } from './graph_kinds.js';

/** Images of a slice: texts of a graph take some 15 kB per image. */
export const SLICE = 1200;

/** Statements that are run once, and for each slice, in their order. */
const once = ['graph_ontology', 'graph_labels'];
const perSlice = ['graph_chosen', 'graph_regions_chosen', 'graph_mentions_chosen'];

/** Kinds of nodes, then of edges: what the number of a kind counts. */
export const kinds: readonly (NodeKind | EdgeKind)[] = [...nodeKinds, ...edgeKinds];

/** Names of all statements of the format. */
export const statements: readonly string[] = [
  ...once,
  ...perSlice,
  'graph_left_out',
  ...new Set(kinds.map(({ statement }) => statement)),
];

/** The graph of one patient. */
export interface GraphTexts {
  /** p10000032 */
  readonly patient: string;
  /** Its nodes and edges by their kind, as places in `kinds`; nothing where it has none. */
  readonly texts: string[];
}

/** Makes what every slice needs. */
export async function beginGraphs(run: ExportRun, form: GraphForm): Promise<void> {
  await run.run(`create or replace temp macro graph_text(value) as ${form.escaped('value')}`);
  for (const name of once) await run.run(run.statement(name));
}

/**
 * Nodes and edges of the patients of the slice as text, by patient; they are counted. Where all patients are in one graph, what they share is not there.
 * @param images chosen_images, or chosen for those of one split
 */
export async function graphTexts(
  run: ExportRun,
  form: GraphForm,
  images: 'chosen_images' | 'chosen',
): Promise<readonly GraphTexts[]> {
  for (const name of perSlice) await run.run(run.statement(name, { images }));
  const [left] = await run.all(run.statement('graph_left_out'));
  run.figure(
    'comparisons_left_out',
    Number(left!.regions),
    'regions that are compared with one of an image that is not chosen, not there, of another patient or in another split',
  );
  const graphs = new Map<string, GraphTexts>();
  for (const [i, kind] of kinds.entries()) {
    if (form.isOneGraph && kind.isShared) continue;
    let n = 0;
    for await (const rows of run.rows(textStatement(run, form, kind))) {
      for (const [patient, count, text] of rows as [string, number, string][]) {
        if (!graphs.has(patient)) graphs.set(patient, { patient, texts: [] });
        graphs.get(patient)!.texts[i] = text;
        n += count;
      }
    }
    countGraph(run, kind, n);
  }
  return [...graphs.values()].sort((a, b) => (a.patient < b.patient ? -1 : 1));
}

/** Adds to the numbers of nodes and edges that the README has. */
export function countGraph(run: ExportRun, kind: NodeKind | EdgeKind, n: number): void {
  const name = 'type' in kind ? 'edges' : 'nodes';
  run.figure(name, n, `${name} of the graphs`);
}

/** Texts of the nodes or edges of a kind that the patients of the slice share: each once. */
export async function sharedTexts(
  run: ExportRun,
  form: GraphForm,
  kind: NodeKind | EdgeKind,
): Promise<readonly string[]> {
  const found = await run.all(
    `select distinct ${textOf(form, kind)} as text from (\n${rowsOf(run, kind)}\n)`,
  );
  return found.map(({ text }) => String(text));
}

/** One row per patient: its nodes or edges of a kind, in order, their number and their text. */
function textStatement(run: ExportRun, form: GraphForm, kind: NodeKind | EdgeKind): string {
  return `select patient, count(*)::integer, string_agg(${textOf(form, kind)}, ${form.between} order by ${kind.order})
from (\n${rowsOf(run, kind)}\n)
group by patient`;
}

const textOf = (form: GraphForm, kind: NodeKind | EdgeKind) =>
  'type' in kind ? form.edge(kind) : form.node(kind);

const rowsOf = (run: ExportRun, kind: NodeKind | EdgeKind) =>
  run.statement(kind.statement, 'type' in kind ? kind.filled : {});
