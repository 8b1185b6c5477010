/** The number behind the last | of a phrase_id, or null. */
export function sentLocOf(phraseId: string): number | null {
  const text = phraseId.slice(phraseId.lastIndexOf('|') + 1);
  if (text.length === phraseId.length || !/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return null;
  return Number(text);
}
