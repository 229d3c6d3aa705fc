/** Characters that move the cursor, end a line or turn its direction; tabs, and our own colours, stay as they are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it begins a colour
const CONTROLS = /\u001b\[[\d;]*m|[\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?!\t)\p{Cc}/gu;

const escapeCharacter = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

const printedLine = (line: string): string =>
  line
    .replaceAll(CONTROLS, (found) => (found.length > 1 ? found : escapeCharacter(found)))
    .replace(/^(\s*:)(?=:)/, '$1 ')
    .replaceAll('##[', '# #[');

/**
 * Makes a text that may contain foreign words safe to print. Control characters are escaped, and no line is a command to a
 * runner, which looks for `::` at the beginning of a line, and for `##[` anywhere in it (actions/runner, ActionCommand.cs).
 * A space separates these characters.
 */
export const printedText = (text: string): string =>
  text.toWellFormed().split('\n').map(printedLine).join('\n');

/** A value as JSON that is safe to print and parses to the same value: the same characters are escaped within its strings. */
export const printedJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent)
    .replaceAll('##[', '\\u0023#[')
    .replaceAll(/[\u007f-\u009f\u2028\u2029]/g, escapeCharacter);
