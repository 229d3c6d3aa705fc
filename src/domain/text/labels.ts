/** The values of an input with one value per line, trimmed and without empty lines. */
export const inputLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const LABEL = /^[^=\s]+=.+$/;

/** `key=value`, exactly one value of one key; `undefined` for anything wider. */
export const parseLabel = (text: string): string | undefined => (LABEL.test(text) ? text : undefined);

/** `sweep-labels`: one per line, each once, none if the text is empty; `undefined` if one of them is no `key=value`. */
export function parseLabels(text: string): readonly string[] | undefined {
  const labels = [...new Set(inputLines(text))];
  return labels.every((label) => parseLabel(label) !== undefined) ? labels : undefined;
}

/** Whether something carries exactly this `key=value`. */
export function carriesLabel(
  { labels }: { readonly labels: Readonly<Record<string, string>> },
  label: string,
): boolean {
  const [key = '', ...value] = label.split('=');
  return Object.hasOwn(labels, key) && labels[key] === value.join('=');
}
