import { attributeIds, inventedCui } from '../concepts.js';
import type { SceneGraph } from '../graph.js';
import type { Around, EntryFault, GraphFault } from './fault.js';
import type { NameIn } from './table.js';

type Entry = SceneGraph['attributes'][number];
type EntryFaultName =
  | 'phrases_absent'
  | 'uneven_lists'
  | 'uneven_ids'
  | 'two_part_attribute'
  | 'flat_attributes';

/** The text that many reports share. */
export const STOCK_PHRASE = 'Appearance as described above, please correlate.';
/** What stands before the text of a first reading. */
export const WET_READ = 'WET READ: ___ ___ 4:02 PM\n ';

/** A sentence number beyond that of any report. */
const LATE = 900;

/** A fault of one entry, any of the graph. */
function ofOne(change: (entry: Entry, around: Around) => unknown): GraphFault {
  return (graph, around) => change(around.random.pick(graph.attributes), around);
}

/** Adds an attribute string to the first sentence of an entry. */
function add(entry: Entry, attribute: string, ids: string): void {
  entry.attributes[0]!.push(attribute);
  entry.attributes_ids[0]!.push(ids);
}

/** Drops what the sentences of an entry say of a finding. */
function drop(entry: Entry, label: string): void {
  entry.attributes.forEach((strings, i) => {
    const kept = strings.map((string) => !string.endsWith(`|${label}`));
    entry.attributes[i] = strings.filter((_, at) => kept[at]);
    entry.attributes_ids[i] = entry.attributes_ids[i]!.filter((_, at) => kept[at]);
  });
}

/** Adds a sentence to an entry. */
function addSentence(entry: Entry, phrase_ID: string, text: string, attributes: readonly string[]): void {
  entry.attributes.push([...attributes]);
  entry.attributes_ids.push(attributes.map(attributeIds));
  entry.phrases.push(text);
  entry.phrase_IDs.push(phrase_ID);
  entry.sections.push('finalreport');
  for (const cues of ['comparison_cues', 'temporal_cues', 'severity_cues', 'texture_cues'] as const)
    entry[cues].push([]);
}

/** The contrary of an attribute string. */
function contrary(attribute: string): string {
  return attribute.includes('|yes|')
    ? attribute.replace('|yes|', '|no|')
    : attribute.replace('|no|', '|yes|');
}

/** Changes the text of one sentence wherever the graph repeats it. */
function retext(graph: SceneGraph, phrase_ID: string, change: (text: string) => string): void {
  for (const { phrase_IDs, phrases } of graph.attributes) {
    phrase_IDs.forEach((id, i) => {
      if (id === phrase_ID) phrases[i] = change(phrases[i]!);
    });
  }
}

/** Faults of entries that are loaded as they are. */
export const mentionFaults: Record<Exclude<NameIn<'mentions'>, EntryFaultName>, GraphFault> = {
  dangling_object_id: (graph, { random }) => {
    const boxed = new Set(graph.objects.map(({ bbox_name }) => bbox_name));
    const described = graph.attributes.filter(({ bbox_name }) => boxed.has(bbox_name));
    if (described.length === 0) return;
    const { bbox_name } = random.pick(described);
    graph.objects = graph.objects.filter((box) => box.bbox_name !== bbox_name);
  },
  described_false: ofOne((entry) => Object.assign(entry, { [entry.bbox_name]: false })),
  described_absent: ofOne((entry) => Reflect.deleteProperty(entry, entry.bbox_name)),
  empty_entry: ofOne((entry) => {
    for (const value of Object.values(entry))
      if (Array.isArray(value) && value !== entry.synsets) value.length = 0;
  }),
  described_text: ofOne((entry) => Object.assign(entry, { [entry.bbox_name]: 'true' })),
  synsets_as_text: ofOne((entry) => Object.assign(entry, { synsets: entry.synsets[0] })),
  synsets_null: ofOne((entry) => Object.assign(entry, { synsets: null })),
  ids_null: ofOne((entry) => Object.assign(entry.attributes_ids, { 0: null })),
  cues_null: ofOne((entry) => Object.assign(entry.texture_cues, { 0: null })),
  cues_absent: ofOne((entry) => Reflect.deleteProperty(entry, 'texture_cues')),
  unknown_section: ofOne((entry) => entry.sections.splice(0, 1, 'addendum')),
  unknown_category: ofOne((entry) => add(entry, 'observation|yes|lung opacity', 'CL556823')),
  unknown_label: ofOne((entry) => add(entry, 'anatomicalfinding|yes|invented sign', inventedCui(4000))),
  unknown_relation: ofOne((entry) => add(entry, 'anatomicalfinding|maybe|lung opacity', 'CL556823')),
  phrase_id_without_number: ofOne((entry) =>
    entry.phrase_IDs.splice(0, 1, entry.phrase_IDs[0]!.replace(/\d+$/, 'last')),
  ),
  fractional_sent_loc: ofOne((entry) => entry.phrase_IDs.splice(0, 1, `${entry.phrase_IDs[0]}.5`)),
  other_text: ofOne((entry) => {
    const [phrase_ID, text] = [entry.phrase_IDs[0]!, entry.phrases[0]!];
    addSentence(entry, phrase_ID, `${text} Addendum.`, entry.attributes[0]!);
  }),
  contradiction: ofOne((entry, { exam }) => {
    const again = contrary(entry.attributes[0]![0]!);
    addSentence(entry, `${exam.study.study_id}|${LATE}`, 'On second thought, the contrary.', [again]);
  }),
  same_sentence_contradiction: ofOne((entry) => {
    const again = contrary(entry.attributes[0]![0]!);
    add(entry, again, attributeIds(again));
  }),
  repeated_attribute: ofOne((entry) => add(entry, entry.attributes[0]![0]!, entry.attributes_ids[0]![0]!)),
  normal_and_abnormal: ofOne((entry) => {
    for (const attribute of ['nlp|yes|normal', 'nlp|yes|abnormal']) {
      if (!entry.attributes[0]!.includes(attribute)) add(entry, attribute, attributeIds(attribute));
    }
  }),
  stock_phrase: (graph) => retext(graph, graph.attributes[0]!.phrase_IDs[0]!, () => STOCK_PHRASE),
  parent_absent: ofOne((entry) => {
    for (const label of ['lung opacity', 'consolidation']) drop(entry, label);
    add(entry, 'anatomicalfinding|yes|consolidation', attributeIds('anatomicalfinding|yes|consolidation'));
  }),
  wet_read: (graph) => retext(graph, graph.attributes[0]!.phrase_IDs[0]!, (text) => `${WET_READ}${text}`),
};

/** Faults for which an entry is rejected. */
export const brokenMentions: Record<EntryFaultName, EntryFault<'attributes'>> = {
  phrases_absent: {
    list: 'attributes',
    breakEntry: (list, at) => Reflect.deleteProperty(list[at]!, 'phrases'),
  },
  uneven_lists: { list: 'attributes', breakEntry: (list, at) => list[at]!.sections.push('finalreport') },
  uneven_ids: { list: 'attributes', breakEntry: (list, at) => list[at]!.attributes_ids[0]!.push('CL556823') },
  two_part_attribute: {
    list: 'attributes',
    breakEntry: (list, at) => list[at]!.attributes[0]!.splice(0, 1, 'yes|lung opacity'),
  },
  flat_attributes: {
    list: 'attributes',
    breakEntry: (list, at) => Object.assign(list[at]!.attributes, { 0: list[at]!.attributes[0]![0] }),
  },
};
