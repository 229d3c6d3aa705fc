import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lackForEngines, type PrivateEngine, startEngine } from '../support/private-engine.ts';
import { skippedFor } from '../support/skipped.ts';
import { gcStep, REPOSITORY } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { stepNamed } from './model/job-model.ts';

const { TOPO_GC_TEST_IMAGE: IMAGE = '' } = process.env;

/** Somebody's test suite, as it is. */
const SUITE = readFileSync(join(REPOSITORY, 'test/runner/fixtures/untouched-suite.sh'), 'utf8');

// It needs an engine of its own: on one that tests share, it would take what they build.
describe('an untouched suite', skippedFor(lackForEngines()), () => {
  const owned = new AsyncDisposableStack();
  let engine: PrivateEngine;
  beforeAll(async () => {
    engine = await startEngine(owned);
    docker('run', '--detach', '--name', 'older', '--volume', 'older-data:/data', IMAGE, 'sleep', '600');
  });
  afterAll(() => owned.disposeAsync());

  const docker = (...args: readonly string[]): string[] =>
    execFileSync('docker', ['--host', engine.host, ...args], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);

  /** Names of everything that there is on the engine, but for its own networks. */
  const there = (): string[] => [
    ...docker('ps', '--all', '--format', '{{.Names}}'),
    ...docker('network', 'ls', '--filter', 'type=custom', '--format', '{{.Name}}'),
    ...docker('volume', 'ls', '--format', '{{.Name}}'),
  ];

  const job = (inputs: Readonly<Record<string, string>>, more = '') =>
    runJob({
      env: { DOCKER_HOST: engine.host, IMAGE },
      steps: [gcStep(inputs), { name: 'suite', run: `${SUITE}${more}` }],
    });

  test('with strays: fail the job fails, and says what is left and whose it may be', async () => {
    const { steps, ...failed } = await job({ strays: 'fail', 'on-leak': 'warn' }, 'topo-gc strays\n');
    const post = stepNamed({ steps, ...failed }, 'Post gc');
    expect(post.outcome).toBe('failure');
    expect(post.annotations.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(
        new RegExp(`^container web: made at \\d{4}-\\S+Z, by image ${IMAGE}, not handed over$`),
      ),
    );
    expect(post.summary).toMatch(/nothing left but 6 strays$/m);
    expect(post.summary).toContain('a stray may be theirs');
    expect(stepNamed({ steps, ...failed }, 'suite').log).toMatch(/network +shop +made at /);
    expect(there()).toHaveLength(8);
    docker('rm', '--force', '--volumes', 'web', 'db', 'never-started');
    docker('network', 'rm', 'shop');
    docker('volume', 'rm', 'shop-data');
  });

  test('with strays: collect nothing of it is left, and what is older stays', async () => {
    const done = await job({ strays: 'collect' });
    const post = stepNamed(done, 'Post gc');
    expect(done.steps.map(({ outcome }) => outcome)).toEqual(['success', 'success', 'success']);
    expect(post.summary).toContain('1 topology collected, nothing left\n');
    expect(post.summary).toContain('The engine confirms that nothing is left.');
    expect(there()).toEqual(['older', 'older-data']);
  });
});
