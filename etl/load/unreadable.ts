/** A vocabulary file of another form than documented; the message says what was expected and found. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** What bytes that are no vocabulary seem to be. */
export function describeContent(text: string): string {
  const start = text.slice(0, 1000).trimStart();
  if (start === '') return 'nothing';
  if (/^<(!doctype|html|head|body|\?xml)/i.test(start)) return 'a web page';
  if (/^[{[]/.test(start)) return 'JSON';
  if (start.includes('\0')) return 'bytes that are no text';
  const [line = ''] = start.split('\n');
  if (/^[^|]*\|(yes|no)\|/.test(line)) return 'attribute strings';
  if (/[,;\t][^,;\t\s]/.test(line)) return 'a table';
  return 'other text';
}
