import type { Issues } from '../diagnostics/issues.js';
import { Rejection } from '../diagnostics/rejection.js';
import { typeName } from '../diagnostics/type_name.js';
import { LIMITS, type Limits } from '../limits.js';
import { isId } from '../vocabulary/withheld.js';
import { differentIdentities, type Identity, readIdentity, sameIdentity } from './identity.js';
import { withoutSuffix } from './image_id.js';
import type { JsonObject } from './json.js';
import { parseGraph } from './parse.js';
import { withholdText } from './withhold.js';

/** A scene graph whose root can be trusted; its entries are not checked yet. */
export interface Graph {
  readonly json: JsonObject;
  readonly identity: Identity;
  readonly objects: readonly unknown[];
  readonly attributes: readonly unknown[];
  readonly relationships: readonly unknown[];
}

/**
 * Parses one scene graph and checks its root.
 * @param expected the identity that the plan read, when it did; a graph that has another is not to be trusted
 * @throws Rejection of the whole graph
 */
export function readGraph(
  bytes: Buffer,
  issues: Issues,
  expected?: Identity,
  limits: Limits = LIMITS,
): Graph {
  const json = parseGraph(bytes, issues, limits);
  if (!issues.withText) withholdText(json, issues);
  try {
    const graph = {
      json,
      identity: readIdentity(json, issues),
      objects: rootList(json, 'objects'),
      attributes: rootList(json, 'attributes'),
      relationships: rootList(json, 'relationships'),
    };
    if (expected && !sameIdentity(expected, graph.identity)) {
      throw differentIdentities();
    }
    expectEntries(graph, limits);
    return graph;
  } catch (error) {
    if (error instanceof Rejection) error.ofImage(imageNamedBy(json, issues.withText));
    throw error;
  }
}

function expectEntries({ objects, attributes, relationships }: Graph, limits: Limits): void {
  const found = objects.length + attributes.length + relationships.length;
  if (found <= limits.entries) return;
  throw new Rejection('too_large', '', `expected at most ${limits.entries} entries, found ${found}`);
}

function imageNamedBy({ image_id }: JsonObject, withText: boolean): string | undefined {
  if (typeof image_id !== 'string' || !(withText || isId(image_id))) return undefined;
  return withoutSuffix(image_id);
}

function rootList(json: JsonObject, key: string): unknown[] {
  const value = json[key];
  if (Array.isArray(value)) return value;
  if (value === undefined) throw new Rejection('missing_key', '', `expected ${key}, found no such key`);
  throw new Rejection('wrong_type', '', `${key}: expected a list, found ${typeName(value)}`);
}
