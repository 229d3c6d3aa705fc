/** A variable of a runner's `.env`, and where it points to. */
export interface EnvLine {
  readonly name: string;
  readonly value: string;
}

/** The values that the text gives a variable, in their order; the runner takes the last one. */
export const valuesOf = (text: string, name: string): string[] =>
  text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.startsWith(`${name}=`))
    .map((line) => line.slice(name.length + 1));

const lineOf = ({ name, value }: EnvLine): string => `${name}=${value}`;

/**
 * Puts the missing lines in front, so that not a byte of the rest changes, whatever it ends with. The runner knows no
 * comments in this file.
 */
export const withLines = (text: string, lines: readonly EnvLine[]): string =>
  lines
    .filter(({ name, value }) => !valuesOf(text, name).includes(value))
    .map((line) => `${lineOf(line)}\n`)
    .join('') + text;

/** Takes exactly these lines out. */
export const withoutLines = (text: string, lines: readonly EnvLine[]): string =>
  text
    .split(/(?<=\n)/)
    .filter((line) => !lines.some((own) => line.replace(/\r?\n$/, '') === lineOf(own)))
    .join('');
