import { splitCuis } from '../flatten/cuis.js';
import { splitTriple } from '../graph/attribute_triple.js';
import { parsePythonList, pythonList } from '../graph/python_list.js';
import { isKnown } from '../vocabulary/known.js';
import * as keep from '../vocabulary/withheld.js';
import { Domain } from './assembly/domains.js';

/**
 * What the careful path would find nothing wrong with, by the domains that it looks into. A text is looked at once, when a graph
 * brings it into a dictionary; a graph that brings another text takes the careful path, which then reports it.
 */
export const documentedTexts: ReadonlyMap<Domain, (text: string) => boolean> = new Map([
  [Domain.viewpoint, (text: string) => isKnown('viewpoint', text)],
  [Domain.bbox_name, (text: string) => isKnown('region', text)],
  [Domain.section, (text: string) => isKnown('section', text)],
  [Domain.attribute, isDocumentedAttribute],
  [Domain.compared_attribute, isDocumentedAttribute],
  [Domain.relationship_name, isAffirmedComparison],
  [Domain.relationship_context, isFiniteNumber],
  [Domain.predicate, isPythonList],
  [Domain.synset, (text: string) => text !== '' && isPlainCuis(text)],
  [Domain.attribute_cuis, isPlainCuis],
]);

const kept = (one: keep.Keep) => (text: string) => one(text) === text;

/** What the careful path of a build without text would not withhold, of the domains that may hold any text. */
export const keptTexts: ReadonlyMap<Domain, (text: string) => boolean> = new Map([
  [Domain.gender, kept(keep.keepGender)],
  [Domain.age_decile, kept(keep.keepAge)],
  [Domain.umls_name, kept(keep.keepName)],
  [Domain.synset, kept(keep.keepCuis)],
  [Domain.attribute_cuis, kept(keep.keepCuis)],
  [Domain.cue, kept(keep.keepTriple)],
  [Domain.relationship_name, kept(keep.keepTriple)],
  [Domain.predicate, kept(keep.keepPredicate)],
  [Domain.previous_image_id, keep.isId],
]);

function isDocumentedAttribute(text: string): boolean {
  const triple = splitTriple(text);
  return (
    triple !== undefined &&
    isKnown('label', `${triple.category_id}|${triple.label_name}`) &&
    isKnown('relation', triple.relation)
  );
}

/** A list as Python prints it, which its strings give back. */
function isPythonList(text: string): boolean {
  const texts = parsePythonList(text);
  return texts !== null && pythonList(texts) === text;
}

/** Concept ids that are joined as the dataset does, which the ids give back. */
function isPlainCuis(text: string): boolean {
  return splitCuis(text).join(';;') === text;
}

function isAffirmedComparison(text: string): boolean {
  const triple = splitTriple(text);
  return triple?.relation === 'yes' && isKnown('comparison', triple.label_name);
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function isFiniteNumber(text: string): boolean {
  return number.test(text) && Number.isFinite(Number(text));
}
