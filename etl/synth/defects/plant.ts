import type { Exam } from '../exam.js';
import { graphText, type SceneGraph } from '../graph.js';
import { Random, streams } from '../random.js';
import { boxFaults, brokenBoxes } from './boxes.js';
import type { Around, EntryFault, GraphFault } from './fault.js';
import { fileFaults } from './files.js';
import { type FaultyMember, type MemberFault, memberFaults } from './members.js';
import { brokenMentions, mentionFaults } from './mentions.js';
import type { DefectPlan } from './plan.js';
import { brokenRelations, ensureRelation, relationFaults } from './relations.js';
import { rootFaults } from './roots.js';
import { type DefectName, defects, groups } from './table.js';

/** The files of one graph, and what a sound reader finds in them: nothing where the graph is rejected whole. */
export interface Planted {
  readonly members: readonly FaultyMember[];
  readonly counted: SceneGraph | null;
}

const ofGraphs: Partial<Record<DefectName, GraphFault>> = {
  ...rootFaults,
  ...boxFaults,
  ...mentionFaults,
  ...relationFaults,
  gold_study_without_rows: (graph) => graph.attributes.splice(0),
};
const ofEntries: Partial<Record<DefectName, EntryFault<'objects' | 'attributes' | 'relationships'>>> = {
  ...brokenBoxes,
  ...brokenMentions,
  ...brokenRelations,
} as Partial<Record<DefectName, EntryFault>>;
const ofFiles: Partial<Record<DefectName, (text: string) => Buffer>> = fileFaults;
const ofMembers: Partial<Record<DefectName, MemberFault>> = memberFaults;

/** Writes the graph of this number in the release, with its fault. */
export function plant(
  { faults, stranger }: DefectPlan,
  seed: number,
  number: number,
  graph: SceneGraph,
  exam: Exam,
): Planted {
  const name = faults.get(number);
  const sound = memberName(graph.image_id);
  if (name === 'gold_graph_absent') return { members: [], counted: null };
  if (name === undefined) return { members: [file(sound, graph)], counted: graph };
  const around: Around = { random: new Random(seed, streams.faults, number, 1), exam, stranger };
  if (name in groups.relations) ensureRelation(graph, around);
  const broken = ofEntries[name];
  const counted = broken ? breakOne(graph, broken, around.random) : graph;
  ofGraphs[name]?.(graph, around);
  const bytes = ofFiles[name]?.(graphText(graph));
  const whole = bytes ? { name: sound, bytes } : file(sound, graph);
  const members = ofMembers[name]?.(whole, graph) ?? [whole];
  const { quarantine } = defects.get(name)!;
  const isRejected = quarantine !== undefined && quarantine !== 'duplicate_image' && !broken;
  return { members, counted: isRejected ? null : counted };
}

/** Name of a graph in the archive. */
export function memberName(image_id: string): string {
  return `scene_graph/${image_id}_SceneGraph.json`;
}

function file(name: string, graph: SceneGraph): FaultyMember {
  return { name, bytes: Buffer.from(graphText(graph)) };
}

/** Breaks one entry and gives the graph without it. */
function breakOne(graph: SceneGraph, { list, breakEntry }: EntryFault, random: Random): SceneGraph {
  const at = random.whole(0, graph[list].length - 1);
  const rest = { ...graph, [list]: graph[list].filter((_: unknown, i: number) => i !== at) };
  breakEntry(graph[list] as never, at);
  return rest;
}
