import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Something that the sources print, or say no with. */
export interface Sentence {
  readonly file: string;
  /** With `…` where something is filled in. */
  readonly text: string;
}

const FILLED = '…';

/** Of a call: which argument is the sentence. */
const CALLS: readonly (readonly [callee: RegExp, argument: number])[] = [
  [/\blog\.(warn|error)$/i, 0],
  [/^(display\.)?say$/, 0],
  [/^(warning|error)$/, 0],
  [/^onFault$/, 0],
  [/^unawaited$/, 2],
  [/^leakOf$/, 3],
];

/** Of an error: which argument is the sentence. */
const ERRORS: Readonly<Record<string, number>> = {
  TopoGcError: 1,
  HostError: 1,
  LeakError: 1,
  NotOwn: 0,
  NotReadable: 0,
};

/** What refuses a member says why by what it returns. */
const REFUSES = /^why[A-Z]/;

/** What a text comes to, one for each way through a condition; nothing where the source does not tell. */
function textsOf(node: ts.Expression | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => FILLED + literal.text).join('')];
  return [];
}

function sentencesAt(node: ts.Node): string[] {
  if (ts.isCallExpression(node)) {
    const callee = node.expression.getText().replaceAll('#', '');
    return CALLS.filter(([called]) => called.test(callee)).flatMap(([, at]) => textsOf(node.arguments[at]));
  }
  if (ts.isNewExpression(node)) {
    const at = ERRORS[node.expression.getText()];
    return at === undefined ? [] : textsOf(node.arguments?.[at]);
  }
  return ts.isFunctionDeclaration(node) && REFUSES.test(node.name?.text ?? '') ? returnedBy(node) : [];
}

function returnedBy(node: ts.Node): string[] {
  const found: string[] = [];
  const look = (inner: ts.Node): void => {
    if (ts.isReturnStatement(inner)) found.push(...textsOf(inner.expression));
    ts.forEachChild(inner, look);
  };
  look(node);
  return found;
}

/** All sentences that stand in the sources, each once. */
export function printedSentences(): Sentence[] {
  const found = new Map<string, Sentence>();
  for (const file of globSync('src/**/*.ts').sort()) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const look = (node: ts.Node): void => {
      for (const text of sentencesAt(node)) if (isSentence(text)) found.set(text, { file, text });
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return [...found.values()];
}

/** Not where nothing but what is filled in is a word. */
const isSentence = (text: string): boolean => /[a-z]{2,}.*\s.*[a-z]{2,}/is.test(text.replaceAll(FILLED, ''));

/** Whether a document has a sentence: its words in their order, with anything where something is filled in. */
export function hasSentence(document: string, text: string): boolean {
  const plain = (words: string) =>
    words
      .replaceAll(/[`*\\|]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const pieces = plain(text)
    .split(FILLED)
    .map((piece) => piece.trim())
    .filter((piece) => /\w/.test(piece));
  const pattern = pieces.map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.{0,120}?');
  return new RegExp(pattern, 'i').test(plain(document));
}
