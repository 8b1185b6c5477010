import { usageError } from '../error.js';
import type { ExportFormat, FormatOption, FormatValues } from '../export/format.js';
import { formats } from '../export/registry.js';
import { didYouMean } from '../terminal/suggestion.js';
import type { Options, Values } from './command.js';

/** Options that every format has. */
export const commonOptions: Options = {
  out: { type: 'string' },
  where: { type: 'string' },
  split: { type: 'string', multiple: true },
  subset: { type: 'string' },
  'memory-limit': { type: 'string' },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
};

/** The options of all formats, for the command line. */
export function allOptions(): Options {
  const own = formats.flatMap(({ options }) =>
    options.flatMap(({ name, alias = name, words }) =>
      [name, alias].map((one) => [one, { type: words ? 'string' : 'boolean' }] as const),
    ),
  );
  return { ...Object.fromEntries(own), ...commonOptions };
}

/** The format of this name. @throws UserError of wrong usage, which lists the formats */
export function formatOf(name: string | undefined): ExportFormat {
  const names = formats.map((format) => format.name);
  const found = formats.find((format) => format.name === name);
  if (found) return found;
  const what = name === undefined ? 'none' : `'${name}'`;
  const meant = name === undefined ? '' : didYouMean(name, names);
  throw usageError(`export: expected a format, one of ${names.join(', ')}; found ${what}${meant}`);
}

const isNamed = ({ name, alias }: FormatOption, word: string) => name === word || alias === word;

/** The values of a format's own options. @throws UserError of wrong usage: an option of another format, or an unknown word */
export function valuesOf(format: ExportFormat, values: Values): FormatValues {
  for (const name of Object.keys(values)) {
    if (name in commonOptions || format.options.some((option) => isNamed(option, name))) continue;
    const others = formats.filter(({ options }) => options.some((option) => isNamed(option, name)));
    throw usageError(
      `export ${format.name}: expected no --${name}, which is an option of ${others.map((one) => one.name).join(', ')}; ` +
        'imagenome help export lists the options of each format',
    );
  }
  return Object.fromEntries(
    format.options.map((option) => {
      const value = values[option.name] ?? values[option.alias ?? ''] ?? option.unless ?? false;
      if (option.words === undefined || option.words.includes(String(value))) {
        return [option.name, value as string | boolean];
      }
      throw usageError(
        `export ${format.name} --${option.name}: expected one of ${option.words.join(', ')}, found '${value}'${didYouMean(String(value), option.words)}`,
      );
    }),
  );
}
