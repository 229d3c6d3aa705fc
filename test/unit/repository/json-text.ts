/** What a text of JSON holds: one value, or one on each of its lines. @throws SyntaxError */
export function jsonOf(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return text.split('\n').map((line) => JSON.parse(line));
  }
}
