import { Rejection } from '../diagnostics/rejection.js';
import { isContainer } from './json.js';

/** A scene graph nests five levels; beyond this it is an attack or an accident. */
const DEEPEST = 64;

/**
 * Rejects a value that nests deeper than any scene graph. A documented value cannot, so only graphs that hold something
 * undocumented need this check.
 * @throws Rejection too_deep
 */
export function rejectDeepNesting(root: unknown): void {
  let level = [root].filter(isContainer);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) {
      throw new Rejection('too_deep', '', `expected at most ${DEEPEST} levels of nesting, found more`);
    }
    level = level.flatMap((value) => Object.values(value).filter(isContainer));
  }
}
