import type { Random } from '../../etl/synth/random.js';

/** A value that is written as this text, whether it is JSON or not. */
export class Token {
  constructor(readonly text: string) {}
}

/** An object whose keys stand in this order, and may repeat. */
export class Members {
  constructor(readonly entries: readonly (readonly [string, unknown])[]) {}
}

/** How JSON can be written differently without another meaning. */
export interface Style {
  /** White space between two tokens. */
  space(): string;
  /** A text with its quotes and escapes. */
  text(value: string): string;
  /** The keys of an object in an order. */
  order<T>(entries: readonly T[]): readonly T[];
}

/** As a style says. */
export function write(value: unknown, style: Style): string {
  const { space } = style;
  const joined = (parts: readonly string[], open: string, close: string) =>
    `${open}${space()}${parts.join(`${space()},${space()}`)}${space()}${close}`;
  if (value instanceof Token) return value.text;
  if (typeof value === 'string') return style.text(value);
  if (Array.isArray(value)) {
    return joined(
      value.map((element) => write(element, style)),
      '[',
      ']',
    );
  }
  if (typeof value === 'object' && value !== null) {
    const entries =
      value instanceof Members
        ? value.entries
        : style.order(Object.entries(value).filter(([, member]) => member !== undefined));
    const members = entries.map(
      ([key, member]) => `${style.text(key)}${space()}:${space()}${write(member, style)}`,
    );
    return joined(members, '{', '}');
  }
  return JSON.stringify(value) ?? 'null';
}

/** As Python's json writes it. */
export const plainStyle: Style = {
  space: () => '',
  text: (value) => JSON.stringify(value),
  order: (entries) => entries,
};

const spaces = [
  '',
  ' ',
  '\n',
  '\t',
  '\r',
  '\r\n    ',
  ' '.repeat(15),
  ' '.repeat(16),
  '\n'.repeat(17),
  '\t \n\r'.repeat(9),
];

/** Any white space, escapes in any form where they are possible, keys in any order. */
export function anyStyle(random: Random, escapes: number): Style {
  return {
    space: () => random.pick(spaces),
    text: (value) => `"${[...value].map((character) => written(character, random, escapes)).join('')}"`,
    order: (entries) => shuffled(entries, random),
  };
}

/** A character, or its escape. */
function written(character: string, random: Random, escapes: number): string {
  if (!random.chance(escapes)) return JSON.stringify(character).slice(1, -1);
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i).toString(16));
  const text = units.map((unit) => `\\u${unit.padStart(4, '0')}`).join('');
  return random.chance(0.5) ? text : text.toUpperCase().replaceAll('\\U', '\\u');
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const ranked = list.map((element) => ({ element, rank: random.next() }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ element }) => element);
}
