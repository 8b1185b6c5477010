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
  /** A character of a text, or its escape. */
  character(text: string): string;
  /** The keys of an object in an order. */
  order<T>(entries: readonly T[]): readonly T[];
}

/** As a style says. */
export function write(value: unknown, style: Style): string {
  const { space } = style;
  const joined = (parts: readonly string[], open: string, close: string) =>
    `${open}${space()}${parts.join(`${space()},${space()}`)}${space()}${close}`;
  if (value instanceof Token) return value.text;
  if (typeof value === 'string') return text(value, style);
  if (Array.isArray(value)) {
    return joined(
      value.map((element) => write(element, style)),
      '[',
      ']',
    );
  }
  if (typeof value === 'object' && value !== null) {
    const entries = value instanceof Members ? value.entries : style.order(Object.entries(value));
    const members = entries.map(
      ([key, member]) => `${text(key, style)}${space()}:${space()}${write(member, style)}`,
    );
    return joined(members, '{', '}');
  }
  return JSON.stringify(value) ?? 'null';
}

function text(value: string, style: Style): string {
  return `"${[...value].map((character) => style.character(character)).join('')}"`;
}

/** As Python's json writes it. */
export const plainStyle: Style = {
  space: () => '',
  character: (character) => JSON.stringify(character).slice(1, -1),
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
    character: (character) => {
      if (!random.chance(escapes)) return plainStyle.character(character);
      const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i).toString(16));
      const written = units.map((unit) => `\\u${unit.padStart(4, '0')}`).join('');
      return random.chance(0.5) ? written : written.toUpperCase().replaceAll('\\U', '\\u');
    },
    order: (entries) => shuffled(entries, random),
  };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const ranked = list.map((element) => ({ element, rank: random.next() }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ element }) => element);
}
