import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CommandFromSource } from '../../support/command-from-source.ts';

const DOCUMENT = readFileSync('docs/command.md', 'utf8');

const NAMES = [...DOCUMENT.matchAll(/^## ([\w-]+)$/gm)].map(([, name]) => name ?? '');

function help(...args: readonly string[]): string {
  using command = new CommandFromSource();
  const env = { ...process.env, ...command.environment('') };
  return execFileSync('topo-gc', args, { env, encoding: 'utf8' });
}

test('every command has its section', () => {
  const listed = [...help('--help').matchAll(/^ {2}([\w-]+) {2,}/gm)].map(([, name]) => name);
  expect(NAMES).toEqual(listed);
});

test.each(NAMES)('%s is documented as its --help tells it', (name) => {
  expect(DOCUMENT).toContain(`\`\`\`text\n${help(name, '--help').trim()}\n\`\`\``);
});
