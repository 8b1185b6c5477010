import type { Dictionary } from '../arrow/dictionary.js';
import type { Dictionaries } from '../flatten/dictionaries.js';
import { splitTriple } from '../graph/attribute_triple.js';
import { parsePythonList } from '../graph/python_list.js';
import { Domain } from './assembly/domains.js';
import type { FastMemory } from './memory.js';

/** What the members of a domain stand for in a column of the warehouse. */
export interface MemberValues {
  readonly domain: Domain;
  /** The dictionary of the column in a chunk. */
  dictionaryOf(chunk: Dictionaries): AnyDictionary;
  /** The index in that dictionary of what a member stands for, which is added to it where it is new. */
  indexOf(member: number, memory: FastMemory, chunk: Dictionaries): number;
}

type AnyDictionary =
  | Dictionary<string>
  | Dictionary<readonly string[]>
  | Dictionary<readonly (number | null)[]>;

/** What is taken of a text. */
type Part = (text: string) => string;

const whole: Part = (text) => text;
const category: Part = (text) => splitTriple(text)!.category_id;
const relation: Part = (text) => splitTriple(text)!.relation;
const label: Part = (text) => splitTriple(text)!.label_name;

function texts(domain: Domain, name: string, part = whole): MemberValues {
  return {
    domain,
    dictionaryOf: (chunk) => chunk.texts(name),
    indexOf: (member, memory, chunk) => chunk.texts(name).index(part(memory.text(domain, member))),
  };
}

/** Lists of texts, which are members of the domain of `elements`. */
function textLists(domain: Domain, elements: Domain, name: string, part = whole): MemberValues {
  return {
    domain,
    dictionaryOf: (chunk) => chunk.textLists(name),
    indexOf: (member, memory, chunk) =>
      chunk.textLists(name).index(memory.texts(domain, elements, member).map(part)),
  };
}

const predicates: MemberValues = {
  domain: Domain.predicate,
  dictionaryOf: (chunk) => chunk.textLists('predicates'),
  indexOf: (member, memory, chunk) =>
    chunk.textLists('predicates').index(parsePythonList(memory.text(Domain.predicate, member))!),
};

const relationship_contexts: MemberValues = {
  domain: Domain.relationship_contexts,
  dictionaryOf: (chunk) => chunk.numberLists('relationship_contexts'),
  indexOf: (member, memory, chunk) => {
    const written = memory.texts(Domain.relationship_contexts, Domain.relationship_context, member);
    return chunk.numberLists('relationship_contexts').index(written.map(Number));
  },
};

/** Concept ids of `synsets`, a list of texts. */
export const cuisOfSynsets: MemberValues = {
  domain: Domain.synsets,
  dictionaryOf: (chunk) => chunk.textLists('cuis'),
  indexOf: (member, memory, chunk) => chunk.cuis.ofList(memory.texts(Domain.synsets, Domain.synset, member)),
};

/** Concept ids of an attribute, one text. */
export const cuisOfAttribute: MemberValues = {
  domain: Domain.attribute_cuis,
  dictionaryOf: (chunk) => chunk.textLists('cuis'),
  indexOf: (member, memory, chunk) => chunk.cuis.ofText(memory.text(Domain.attribute_cuis, member)),
};

const { attribute, cue, relationship_name, relationship_names } = Domain;

/** By the name of the column. */
export const memberValues: Readonly<Record<string, MemberValues>> = {
  image_id: texts(Domain.image_id, 'image_id'),
  viewpoint: texts(Domain.viewpoint, 'viewpoint'),
  gender: texts(Domain.gender, 'gender'),
  age_decile: texts(Domain.age_decile, 'age_decile'),
  bbox_name: texts(Domain.bbox_name, 'bbox_name'),
  umls_name: texts(Domain.umls_name, 'umls_name'),
  section: texts(Domain.section, 'section'),
  category_id: texts(attribute, 'category_id', category),
  relation: texts(attribute, 'relation', relation),
  label_name: texts(attribute, 'label_name', label),
  comparison_cues: textLists(Domain.comparison_cues, cue, 'comparison_cues'),
  temporal_cues: textLists(Domain.temporal_cues, cue, 'temporal_cues'),
  severity_cues: textLists(Domain.severity_cues, cue, 'severity_cues'),
  texture_cues: textLists(Domain.texture_cues, cue, 'texture_cues'),
  previous_image_id: texts(Domain.previous_image_id, 'previous_image_id'),
  predicates,
  comparisons: textLists(relationship_names, relationship_name, 'comparisons', label),
  relationship_names: textLists(relationship_names, relationship_name, 'relationship_names'),
  relationship_contexts,
  attributes: textLists(Domain.compared_attributes, Domain.compared_attribute, 'attributes'),
};
