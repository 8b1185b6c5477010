import type { Issues } from '../diagnostics/issues.js';
import { isContainer, type JsonObject } from './json.js';

/** Replaces half UTF-16 pairs in all text values by U+FFFD, in place, and adds an issue with their number. */
export function mendSurrogates(root: JsonObject, issues: Issues): void {
  let count = 0;
  const waiting: (JsonObject | unknown[])[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string' && !value.isWellFormed()) {
        (node as JsonObject)[key] = value.toWellFormed();
        count++;
      } else if (isContainer(value)) waiting.push(value);
    }
  }
  if (count > 0) issues.add('lone_surrogate', '', `in ${count} text values, each replaced by U+FFFD`);
}
