import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

/** The texts of one case, as its file holds them. */
export interface CaseText {
  /** Its file, without the ending. */
  readonly name: string;
  readonly url: string;
  readonly situation: string;
  readonly before: string;
  readonly right: string;
}

const FIELDS = ['url', 'situation', 'before', 'right'] as const;
const ENDING = '.test.ts';

/**
 * Reads all cases of that folder without running them, sorted by name.
 *
 * @throws Error where a file has no `defineCase`, or one of its texts is missing or more than a plain string
 */
export const readCases = (folder: string): CaseText[] =>
  globSync(join(folder, `*${ENDING}`))
    .sort()
    .map(readCase);

function readCase(file: string): CaseText {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const story = source.statements.map(storyOf).find((found) => found !== undefined);
  if (story === undefined) throw new Error(`${file}: no defineCase({ … }) at its top level`);
  const [url, situation, before, right] = FIELDS.map((field) => textOf(file, story, field));
  return { name: basename(file, ENDING), url, situation, before, right } as CaseText;
}

function storyOf(statement: ts.Statement): ts.ObjectLiteralExpression | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return undefined;
  const { expression, arguments: given } = statement.expression;
  const [story] = given;
  const isCase = ts.isIdentifier(expression) && expression.text === 'defineCase';
  return isCase && story !== undefined && ts.isObjectLiteralExpression(story) ? story : undefined;
}

function textOf(file: string, story: ts.ObjectLiteralExpression, field: string): string {
  for (const property of story.properties)
    if (
      ts.isPropertyAssignment(property) &&
      ts.isIdentifier(property.name) &&
      property.name.text === field &&
      ts.isStringLiteralLike(property.initializer)
    )
      return property.initializer.text;
  throw new Error(`${file}: ${field} has to be a plain string`);
}

/** As `docs/reliability.md` holds them: the situation, what came of it at first, and what comes of it now. */
export function caseTable(cases: readonly CaseText[]): string {
  const rows = cases.map(
    ({ name, url, situation, before, right }) =>
      `| ${[`[\`${name}\`](${url})`, situation, before, right].map(cell).join(' | ')} |`,
  );
  return ['| case | situation | before | now |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** Where the cases are, and the document that lists them, from the root of the repository. */
export const CASES = 'test/cases';
export const DOCUMENT = 'docs/reliability.md';

const TABLE = /^\| case \| situation \|[^\n]*\n(?:\|[^\n]*\n)*/m;

/** The document with that table in the place of the one that it has. @throws Error where it has none */
export function withTable(document: string, table: string): string {
  if (!TABLE.test(document)) throw new Error(`${DOCUMENT} has no table of cases`);
  return document.replace(TABLE, () => `${table}\n`);
}
