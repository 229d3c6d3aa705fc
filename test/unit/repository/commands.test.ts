import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/cli/command.ts';
import { COMMANDS as LOADABLE } from '../../../src/cli/loadable-commands.ts';
import { codeSpansOf, DOCUMENTS, fencesIn } from './documentation.ts';
import { shellWords } from './shell-words.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  await Promise.all(LOADABLE.map(async ({ name, load }) => [name, await load()] as const)),
);

/** They take more than options: `topo-gc run -- pytest`, `topo-gc report FILE`. */
const WITH_ARGUMENTS = new Set(['run', 'completion', 'hook', 'install-hooks', 'report']);

/** Left out where the rest does not matter, or any command is meant. */
const isPlaceholder = (word: string): boolean => word === '…' || word === 'COMMAND';

/** In a sentence an option may stand without its value: `topo-gc submit --compose`. */
function withLastValue(args: readonly string[], { options }: Command): string[] {
  const last = args.at(-1) ?? '';
  return last.startsWith('--') && options[last.slice(2)]?.type === 'string' ? [...args, 'VALUE'] : [...args];
}

/** Why the command would refuse the line; `undefined` where it takes it. */
function faultOf(line: string): string | undefined {
  const [, name = '', ...rest] = shellWords(line.replaceAll(/[[\]]/g, ''));
  if (name.startsWith('--') || isPlaceholder(name) || name === '') return undefined;
  const command = COMMANDS.get(name);
  if (command === undefined) return `there is no command ${name}`;
  try {
    parseArgs({
      args: withLastValue(
        rest.filter((word) => !isPlaceholder(word)),
        command,
      ),
      options: { ...command.options, help: { type: 'boolean' } },
      allowPositionals: WITH_ARGUMENTS.has(name),
    });
    return undefined;
  } catch (error) {
    return String(error);
  }
}

const commandLines = (text: string): string[] =>
  [...text.replaceAll('\\\n', ' ').matchAll(/(?:^|[\s'(|])(topo-gc [a-z-][^\n]*)/gm)].map(
    ([, line = '']) => line,
  );

const LINES = [
  ...fencesIn('sh', 'console', 'yaml').flatMap(({ file, text }) =>
    commandLines(text).map((line) => [file, line] as const),
  ),
  ...DOCUMENTS.flatMap((file) =>
    codeSpansOf(file)
      .filter((text) => /^topo-gc [a-z-]/.test(text))
      .map((line) => [file, line] as const),
  ),
];

test('there are commands in the documents', () => expect(LINES.length).toBeGreaterThan(20));

test.each(LINES)('%s: %s', (_, line) => expect(faultOf(line)).toBeUndefined());

describe('what the command would refuse is found', () => {
  test.each([
    'topo-gc submit --contaner web',
    'topo-gc dance',
    'topo-gc list web',
    'topo-gc collect --label',
  ])('%s', (line) => expect(faultOf(line)).toBeDefined());
});
