import { globSync, readFileSync } from 'node:fs';
import GithubSlugger from 'github-slugger';
import { Lexer, type Token, type Tokens, walkTokens } from 'marked';

/** A block of code of a document. */
export interface Fence {
  readonly file: string;
  readonly language: string;
  readonly text: string;
}

/** What people read in this repository. */
export const DOCUMENTS: readonly string[] = [
  ...globSync('*.md'),
  ...globSync(['docs/*.md', 'examples/**/*.md', 'clients/python/*.md'], {
    exclude: (path) => path.includes('node_modules'),
  }),
];

function tokensOf(file: string): Token[] {
  const all: Token[] = [];
  // eslint-disable-next-line typescript/no-floating-promises -- a callback that is not asynchronous leaves none
  walkTokens(Lexer.lex(readFileSync(file, 'utf8')), (token) => void all.push(token));
  return all;
}

const TOKENS: ReadonlyMap<string, readonly Token[]> = new Map(
  DOCUMENTS.map((file) => [file, tokensOf(file)]),
);

const ofType = <T extends Token>(file: string, type: T['type']): T[] =>
  (TOKENS.get(file) ?? []).filter((token): token is T => token.type === type);

/** All that is fenced, in the order of the documents. */
export const FENCES: readonly Fence[] = DOCUMENTS.flatMap((file) =>
  ofType<Tokens.Code>(file, 'code').map(({ lang = '', text }) => ({ file, language: lang, text })),
);

export const fencesIn = (...languages: readonly string[]): Fence[] =>
  FENCES.filter(({ language }) => languages.includes(language));

/** Code within a line. */
export const codeSpansOf = (file: string): string[] =>
  ofType<Tokens.Codespan>(file, 'codespan').map(({ text }) => text);

/** Where the links and pictures of a document lead, as they are written. */
export const linksOf = (file: string): string[] => [
  ...ofType<Tokens.Link>(file, 'link').map(({ href }) => href),
  ...ofType<Tokens.Image>(file, 'image').map(({ href }) => href),
];

export const headingsOf = (file: string): { readonly depth: number; readonly text: string }[] =>
  ofType<Tokens.Heading>(file, 'heading').map(({ depth, text }) => ({ depth, text }));

/** The anchors that GitHub gives to the headings of a document. */
export function anchorsOf(file: string): string[] {
  const slugger = new GithubSlugger();
  // GitHub makes them of what is shown: code without its ticks, a link's text alone.
  return headingsOf(file).map(({ text }) =>
    slugger.slug(text.replaceAll('`', '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')),
  );
}

/** The rows of the first table of a document whose first column is called that, as text. */
export function tableOf(file: string, firstColumn: string): string[][] {
  const table = ofType<Tokens.Table>(file, 'table').find(({ header }) => header[0]?.text === firstColumn);
  if (table === undefined) throw new Error(`${file} has no table whose first column is ${firstColumn}`);
  return table.rows.map((cells) => cells.map(({ text }) => text));
}
