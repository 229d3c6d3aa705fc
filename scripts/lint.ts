import { dirname, join } from 'node:path';
import { ESLint, type Linter } from 'eslint';

const ROOT = dirname(import.meta.dirname);
const CONFIG = join(ROOT, 'eslint.config.mjs');
/** A small repository in which every rule is broken. */
const FORBIDDEN = join(ROOT, 'test/lint/forbidden');

/** Holds the rules of `eslint.config.mjs` against the repository, once each has shown that it can fail. */
async function main(): Promise<void> {
  const toothless = await findToothlessRules();
  if (toothless.length > 0) {
    console.error(`rules that nothing in test/lint/forbidden breaks: ${toothless.join(', ')}`);
    process.exitCode = 1;
  }
  const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: CONFIG });
  const results = await eslint.lintFiles(['.']);
  const formatter = await eslint.loadFormatter('stylish');
  const told = await formatter.format(results);
  if (told !== '') console.error(told);
  if (results.some(({ messages }) => messages.length > 0)) process.exitCode = 1;
}

async function findToothlessRules(): Promise<string[]> {
  const eslint = new ESLint({
    cwd: FORBIDDEN,
    overrideConfigFile: CONFIG,
    ignore: false,
    overrideConfig: {
      languageOptions: { parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: FORBIDDEN } },
    },
  });
  const results = await eslint.lintFiles(['.']);
  const broken = results.flatMap(({ messages }) => messages);
  const { default: config }: { default: readonly Linter.Config[] } = await import(CONFIG);
  return config
    .flatMap(({ rules = {} }) => Object.entries(rules).flatMap(partsOf))
    .filter(({ id, said }) => !broken.some(({ ruleId, message }) => ruleId === id && message.includes(said)))
    .map(({ id, said }) => `${id} ${said}`.trim());
}

/** A rule, and of one that forbids several things each of them, by its message. */
function partsOf([id, entry]: [string, Linter.RuleEntry | undefined]): { id: string; said: string }[] {
  const messages = [...JSON.stringify(entry ?? []).matchAll(/"message":("(?:[^"\\]|\\.)*")/g)];
  if (messages.length === 0) return [{ id, said: '' }];
  // ESLint puts a full stop behind it.
  return messages.map(([, text = '""']) => ({ id, said: JSON.parse(text).replace(/[.]$/, '') }));
}

await main();
