import { labels, regions, seedParents } from '../vocabulary/index.js';
import { ancestors, attributeIds, comparisonConcepts, findingByName, regionByName } from './concepts.js';
import { heartAndVessels, lungs, others, zones } from './report/areas.js';

const DETECTED = regions.filter(({ has_bbox }) => has_bbox).map(({ bbox_name }) => bbox_name);
const TEXT_ONLY = regions
  .filter(({ has_bbox, bbox_name }) => !has_bbox && bbox_name !== 'unknown')
  .map(({ bbox_name }) => bbox_name);
const EXTRACTED = [...regions.filter(({ in_29 }) => in_29).map(({ bbox_name }) => bbox_name), ...TEXT_ONLY];

/** The files of `semantics/` by name. Lists end each line but the last with a comma, and have no final newline. */
export function semanticsFiles(): Record<string, string> {
  return {
    'attribute_relations_v1.txt': list(
      labels.map(({ category_id, label_name }) => `${category_id}|yes|${label_name}`),
    ),
    'comparison_relations_v1.txt': list(
      Object.keys(comparisonConcepts).map((name) => `comparison|yes|${name}`),
    ),
    'objects_detectable_by_bbox_pipeline_v1.txt': list(DETECTED),
    'objects_extracted_from_reports_v1.txt': list(EXTRACTED),
    'label_to_UMLS_mapping.json': JSON.stringify(mapping(), null, 4),
  };
}

function list(lines: readonly string[]): string {
  return lines.join(',\n');
}

function mapping() {
  return {
    all_children: { ...childrenOfRegions(), ...childrenOfLabels() },
    possible_attribute_of: possibleRegions(),
    concepts: Object.fromEntries([
      ...[...regionByName].map(([name, { cuis }]) => [name, cuis.split(';;')]),
      ...labels.map(({ category_id, label_name }) => [
        label_name,
        attributeIds(`${category_id}|yes|${label_name}`).split(';;'),
      ]),
    ]),
  };
}

function childrenOfLabels(): Record<string, string[]> {
  return grouped(
    [...findingByName.keys()].flatMap((name) => ancestors(name).map((parent) => [parent, name])),
  );
}

function childrenOfRegions(): Record<string, string[]> {
  const pairs = seedParents.regions.map(({ bbox_name, parent }) => [parent, bbox_name]);
  const ofLungs = pairs.filter(([parent]) => parent!.endsWith(' lung')).map(([, child]) => ['lungs', child!]);
  return grouped([...lungs.regions.map((lung) => ['lungs', lung]), ...ofLungs, ...pairs]);
}

function grouped(pairs: readonly (readonly string[])[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const [parent, child] of pairs as [string, string][]) {
    groups[parent] ??= [];
    groups[parent].push(child);
  }
  return groups;
}

/** The regions in which each finding may be. */
function possibleRegions(): Record<string, string[]> {
  const angles = ['right costophrenic angle', 'left costophrenic angle'];
  const allowed = new Map<string, Set<string>>();
  const allow = (label: string, places: readonly string[]) => {
    const set = allowed.get(label) ?? new Set();
    for (const place of places) set.add(place);
    allowed.set(label, set);
  };
  for (const area of [...zones, lungs, ...heartAndVessels, ...others]) {
    const places = zones.includes(area) ? [...area.regions, ...lungs.regions] : area.regions;
    for (const label of [...area.yes.map(({ label }) => label), ...area.no]) {
      for (const name of [label, ...ancestors(label)]) allow(name, places);
    }
  }
  allow('pleural effusion', [...lungs.regions, ...angles]);
  allow('costophrenic angle blunting', angles);
  allow('pneumothorax', [...lungs.regions, 'right apical zone', 'left apical zone']);
  return Object.fromEntries([...allowed].map(([label, places]) => [label, [...places]]));
}
