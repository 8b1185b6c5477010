import type { EdgeKind, GraphType, NodeKind } from './graph_kinds.js';

/** How a form writes nodes and edges: SQL expressions of text. */
export interface GraphForm {
  /** Text such that it can stand in the form, character by character; without quotes around it. */
  escaped(name: string): string;
  /** Text of a node or an edge, over the rows of its kind; ids are escaped already. */
  node(kind: NodeKind): string;
  edge(kind: EdgeKind): string;
  /** What stands between two of them, as a literal. */
  readonly between: string;
  /** Whether all patients are in one graph. */
  readonly isOneGraph: boolean;
}

/** A form with a graph for each patient. */
export interface PatientForm extends GraphForm {
  /** The whole graph. */
  graph(patient: string, nodes: readonly string[], edges: readonly string[]): string;
}

/** SQL expressions of a value as text, by type; NULL where there is nothing to write. */
export type Written = Readonly<Record<GraphType, (name: string) => string>>;

/** Text as an SQL literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Joins expressions; what is NULL is left out. */
export const concat = (pieces: readonly string[]): string => `concat(${pieces.join(', ')})`;

/** What is between the elements of a list where a form has no lists. */
export const listed = (name: string): string => `graph_text(nullif(array_to_string(${name}, ';'), ''))`;

/** A time of the dataset, which has no zone. */
export const timed = (name: string): string => `strftime(${name}, '%Y-%m-%dT%H:%M:%S')`;
