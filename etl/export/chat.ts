/** One line of a file of conversations: what a user asks about an image, and what is answered. */
export function chatLine(
  facts: Readonly<Record<string, string | number>>,
  image: string,
  question: string,
  answer: string,
): string {
  const messages = [
    { role: 'user', content: `<image>\n${question}` },
    { role: 'assistant', content: answer },
  ];
  return `${JSON.stringify({ ...facts, image, messages })}\n`;
}
