/** A path or a query as a shell reads it as one word, quoted only where it has to be. */
export function shellWord(text: string): string {
  if (/^[\w%+=:,./@-]+$/.test(text)) return text;
  if (!/["$`\\!]/.test(text) && text !== '') return `"${text}"`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
