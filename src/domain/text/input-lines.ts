/** What an input of one thing a line holds, trimmed and without empty lines. */
export const inputLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
