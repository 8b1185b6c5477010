import type { RawPhrase } from './graph.js';

/** What the last sentence about a region says of a finding. */
export interface LastMention {
  readonly bbox_name: string;
  readonly category_id: string;
  readonly label_name: string;
  readonly relation: string;
}

/** The last mention of each region and finding: the greatest number of a sentence, yes where one sentence says both. */
export function lastMentions(phrases: readonly RawPhrase[]): LastMention[] {
  const place = ({ sent_loc }: RawPhrase) => (Number.isNaN(sent_loc) ? Number.NEGATIVE_INFINITY : sent_loc);
  const last = new Map<string, LastMention & { at: number }>();
  for (const phrase of phrases) {
    const { bbox_name } = phrase;
    for (const [category_id, relation, label_name] of phrase.attributes) {
      const key = JSON.stringify([bbox_name, category_id, label_name]);
      const before = last.get(key);
      const isLater =
        !before || place(phrase) > before.at || (place(phrase) === before.at && relation === 'yes');
      if (isLater) last.set(key, { bbox_name, category_id, label_name, relation, at: place(phrase) });
    }
  }
  return [...last.values()].map(({ at, ...mention }) => mention);
}
