const WORD = /(?:[^\s'"#;|&()<>\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*"|(?<=\S)#)+/y;

/**
 * The words of the simple command that a text begins with, without their quotes; variables stay as they are written. It ends
 * at a comment, at what ends a command, and at a quote that nothing closes.
 */
export function shellWords(text: string): string[] {
  const words: string[] = [];
  const joined = text.replaceAll('\\\n', ' ');
  for (let at = 0; ; ) {
    at += /^[ \t]*/.exec(joined.slice(at))?.[0].length ?? 0;
    WORD.lastIndex = at;
    const word = WORD.exec(joined)?.[0];
    if (word === undefined) return words;
    words.push(unquote(word));
    at += word.length;
  }
}

const unquote = (word: string): string =>
  word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_, single, double, escaped) =>
    single !== undefined
      ? single
      : double !== undefined
        ? double.replace(/\\([\\"$`])/g, '$1')
        : (escaped ?? ''),
  );
