/**
 * A text as one word of a POSIX shell, whatever it contains. In a step, the runner finds no command in the printed word:
 * `''` inside quotes adds nothing to the word, and splits the runner's markers.
 */
export const quoteForShell = (text: string): string =>
  `'${text
    .replaceAll("'", `'\\''`)
    .replaceAll('##[', "#''#[")
    .replaceAll(/:(?=:)/g, ":''")}'`;
