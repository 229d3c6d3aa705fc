/** What moves the cursor, ends a line or turns its direction; a tab, and colours of our own, are left as they are. */
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
 * A text as it may be printed where others have put words into it: control characters are escaped, and no line of it is a command
 * to a runner, which looks for `::` where a line begins, and for `##[` anywhere in it (actions/runner, ActionCommand.cs). A space
 * takes these apart.
 */
export const printedText = (text: string): string =>
  text.toWellFormed().split('\n').map(printedLine).join('\n');

/** A value as JSON that may be printed, and is read as what it was: the same is escaped within its strings. */
export const printedJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent)
    .replaceAll('##[', '\\u0023#[')
    .replaceAll(/[\u007f-\u009f\u2028\u2029]/g, escapeCharacter);
