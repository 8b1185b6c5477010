import { usageError } from '../error.js';
import { LIMITS, type Limits } from '../limits.js';
import type { Options, Values } from './command.js';
import { wholeNumber } from './options.js';

/** The options of a build that are limits, by the limit that each sets. */
const names = {
  graphBytes: 'max-graph',
  depth: 'max-depth',
  values: 'max-values',
  entries: 'max-entries',
  rowBytes: 'max-rows',
  diagnostics: 'max-diagnostics',
  unpackedBytes: 'max-unpacked',
} as const satisfies Record<keyof Limits, string>;

/** How an option parser takes them. */
export const limitOptions: Options = Object.fromEntries(
  Object.values(names).map((name) => [name, { type: 'string' }]),
);

/** Their help. */
export const limitHelp = `Limits on what one graph may cost; one beyond them is quarantined
(docs/input_limits.md):
  --max-graph SIZE      its JSON, unpacked (default ${mebibytes(LIMITS.graphBytes)})
  --max-depth N         levels that it nests (default ${LIMITS.depth})
  --max-values N        its JSON values (default ${LIMITS.values})
  --max-entries N       its objects, attributes and relationships together
                        (default ${LIMITS.entries})
  --max-rows SIZE       the rows that it becomes, repeated values counted
                        (default ${mebibytes(LIMITS.rowBytes)})
  --max-diagnostics N   rows of quarantine or data_issues of one code, for one
                        graph, bundle or text table (default ${LIMITS.diagnostics}); one more
                        row counts the others
  --max-unpacked SIZE   what a packed bundle or text table unpacks to
                        (default 256MiB and 100 times its size)`;

function mebibytes(bytes: number): string {
  return `${bytes / 2 ** 20}MiB`;
}

const form = /^(\d{1,12}(?:\.\d{1,6})?)\s*([KMGT])(i?)B$/i;

/** Bytes that an option gives as a size: KB are 1,000 bytes, KiB 1,024. @throws UserError of wrong usage */
function sizeOf(name: string, text: string): number {
  const found = form.exec(text);
  const unit = (found?.[3] ? 1024 : 1000) ** ('KMGT'.indexOf(found?.[2]?.toUpperCase() ?? '') + 1);
  const bytes = found ? Math.floor(Number(found[1]) * unit) : 0;
  if (bytes >= 1) return bytes;
  throw usageError(`--${name}: expected a size such as 64MB or 1GiB, found '${text}'`);
}

/** The limits that the options of a build set. @throws UserError of wrong usage */
export function limitsOf(values: Values): Limits {
  const limits: [string, number][] = Object.entries(names).map(([limit, name]) => {
    const unless = LIMITS[limit as keyof Limits];
    const isSize = limit.endsWith('Bytes');
    const text = values[name];
    if (!isSize) return [limit, wholeNumber(values, { name, least: 1, most: 2 ** 31, unless })];
    return [limit, text === undefined ? unless : sizeOf(name, String(text))];
  });
  return Object.fromEntries(limits) as unknown as Limits;
}
