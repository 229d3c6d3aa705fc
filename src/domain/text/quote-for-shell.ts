/**
 * A text as one word of a POSIX shell, whatever it holds. Where it is printed in a step, the runner takes no part of it for a
 * command: `''` inside quotes adds nothing to the word.
 */
export const quoteForShell = (text: string): string =>
  `'${text
    .replaceAll("'", `'\\''`)
    .replaceAll('##[', "#''#[")
    .replaceAll(/:(?=:)/g, ":''")}'`;
