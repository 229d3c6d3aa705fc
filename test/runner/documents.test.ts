import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fencesIn } from '../unit/repository/documentation.ts';
import { engineEnvironment, gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { type ObserveStep, type RunStep, type Step, stepNamed } from './model/job-model.ts';

const { TOPO_GC_TEST_IMAGE: IMAGE = '' } = process.env;

/** Fixed names of the documents, which would meet those of another test on the engine. */
const NAMES = /(?<![\w./-])(shop-data|shop|web|db|cache)(?![\w./-])/g;

/** As the reader would run it, with names of this test's own, and the one image that this engine has. */
const asRun = (script: string, suffix: string): string =>
  script.replaceAll(NAMES, `$1-${suffix}`).replaceAll(/ (nginx|redis)$/gm, ' "$IMAGE" sleep 600');

interface Workflow {
  readonly jobs: { readonly test: { readonly steps: readonly { readonly run?: string }[] } };
}

/** The scripts of the workflow that a document shows. */
const workflowScripts = (file: string): string[] =>
  fencesIn('yaml')
    .filter((fence) => fence.file === file && fence.text.includes('jobs:'))
    .flatMap(({ text }) => (parse(text) as Workflow).jobs.test.steps)
    .flatMap(({ run }) => run ?? []);

const shellBlocks = (file: string): string[] =>
  fencesIn('sh')
    .filter((fence) => fence.file === file)
    .map(({ text }) => text);

/** What a submission of docs/clients.md names. */
const BUILD = `docker network create shop
docker volume create shop-data
docker run --detach --name web --network shop --volume shop-data:/data "$IMAGE" sleep 600
docker run --detach --name db --network shop "$IMAGE" sleep 600
`;

/** What of it the lease there does not name. */
const SUBMIT_REST = '\ntopo-gc submit --container db --network shop --volume shop-data\n';

/** Of docs/clients.md, those that submit by the command or by curl, and are not for another tool. */
const submissions = shellBlocks('docs/clients.md').filter(
  (text) => text.includes('web') && !text.includes('docker run'),
);

const SHOP_TEST: ObserveStep = {
  observe: ({ GITHUB_WORKSPACE = '' }) =>
    writeFileSync(join(GITHUB_WORKSPACE, 'test-the-shop.sh'), '#!/bin/sh\ntrue\n', { mode: 0o755 }),
};

/** What is on the engine under names that end so: the command that removes each, and its id. */
const leftOf = (suffix: string): [remove: string, id: string][] =>
  ['container rm --force', 'network rm', 'volume rm'].flatMap((remove) => {
    const [kind = ''] = remove.split(' ');
    const all = kind === 'container' ? ['--all'] : [];
    const args = [kind, 'ls', '--quiet', ...all, '--filter', `name=-${suffix}`];
    const ids = execFileSync('docker', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
    return ids.map((id): [string, string] => [remove, id]);
  });

const CASES: [name: string, scripts: readonly string[]][] = [
  ['README.md', workflowScripts('README.md')],
  ['docs/getting-started.md', workflowScripts('docs/getting-started.md')],
  ['the blocks of docs/getting-started.md', [shellBlocks('docs/getting-started.md').join('\n')]],
  ...submissions.map((text): [string, string[]] => [
    `docs/clients.md: ${text}`,
    [BUILD + text + (text.includes('topo-gc lease') ? SUBMIT_REST : '')],
  ]),
];

test('there are submissions', () => expect(submissions.length).toBeGreaterThan(2));

test.each(CASES)('what is told to run works, and leaves nothing: %s', async (_, scripts) => {
  const suffix = randomBytes(3).toString('hex');
  expect(scripts).not.toEqual([]);
  const steps = scripts.map((script, at): RunStep => ({ name: `step ${at}`, run: asRun(script, suffix) }));
  const job = await runJob({
    env: { ...engineEnvironment(), IMAGE },
    steps: [SHOP_TEST, gcStep({ 'stop-timeout': '1s' }), ...steps] satisfies Step[],
  });
  const left = leftOf(suffix);
  for (const [remove, id] of left) execFileSync('docker', [...remove.split(' '), id]);
  expect(job.steps.filter(({ outcome }) => outcome !== 'success').map(({ log }) => log)).toEqual([]);
  expect(stepNamed(job, 'Post gc').summary).toContain('The engine confirms that nothing is left');
  expect(left).toEqual([]);
});
