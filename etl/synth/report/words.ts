/** Words as a list, e.g. `a, b or c`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The text with a capital letter first. */
export function capitalized(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}

/** Names of findings that do not read well when cut at the first slash. */
const nouns: Readonly<Record<string, string>> = {
  'linear/patchy atelectasis': 'linear atelectasis',
  'lobar/segmental collapse': 'lobar collapse',
  'pleural/parenchymal scarring': 'pleural scarring',
  'breast/nipple shadows': 'nipple shadows',
  'mass/nodule (not otherwise specified)': 'nodule',
  'multiple masses/nodules': 'multiple nodules',
  'copd/emphysema': 'emphysema',
  'fluid overload/heart failure': 'volume overload',
  rotated: 'rotation of the patient',
};

/** A label as a report words it. */
export function noun(label: string): string {
  return nouns[label] ?? label.split(/\/| \(/)[0]!;
}
