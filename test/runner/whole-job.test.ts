import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { engineEnvironment, gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { agentPid, processState } from './model/job-agent.ts';
import { type Environment, stepNamed } from './model/job-model.ts';

const MINUTE = { timeout: 60_000 };

test('a job that submits by command, by curl and by label leaves nothing behind', MINUTE, async () => {
  await using objects = new EngineObjects();
  const { byCommand, byCurl } = submissions(objects);
  let pid = 0;
  const job = await runJob({
    env: engineEnvironment(),
    steps: [
      gcStep(),
      {
        observe: async (environment) => {
          pid = await agentPid(environment);
          await buildTopologies(objects, environment);
        },
      },
      { name: 'by command', run: byCommand },
      { name: 'by curl', run: byCurl },
      { name: 'by label', run: 'topo-gc status' },
    ],
    beforeCompletion: async ({ TOPO_GC_SOCKET = '' }) => {
      expect(await objects.left()).toEqual([]);
      expect(processState(pid)).toBe('gone');
      expect(existsSync(TOPO_GC_SOCKET)).toBe(false);
    },
  });
  expect(job.steps.map(({ name, outcome }) => [name, outcome])).toEqual(
    ['gc', 'by command', 'by curl', 'by label', 'Post gc'].map((name) => [name, 'success']),
  );
  expect(job.orphans).toEqual([]);
  expect(job.steps.filter(({ heldOpen }) => heldOpen)).toEqual([]);
  expect(JSON.parse(stepNamed(job, 'by curl').log)).toMatchObject({ id: 'by-curl', state: 'stopping' });

  const post = stepNamed(job, 'Post gc');
  expect(post.annotations).toEqual([]);
  expect(post.log).toContain('##[group]');
  expect(post.summary).toMatch(/\b5\b[^\n]*containers/);
  expect(post.summary).toContain('by-command');
  expect(post.summary).toMatch(/```mermaid/);
  expect(Buffer.byteLength(post.summary)).toBeLessThan(1 << 20);
});

test('the main step publishes the socket, the session and the command', MINUTE, async () => {
  const job = await runJob({
    env: engineEnvironment(),
    steps: [
      gcStep(),
      { observe: expectPublished },
      { name: 'version', run: 'command -v topo-gc; topo-gc --help' },
      { name: 'ask', run: 'curl -fsS --unix-socket "$TOPO_GC_SOCKET" http://topo-gc/healthz' },
    ],
  });
  expect(job.status).toBe('success');
  const { outputs, heldOpen } = stepNamed(job, 'gc');
  expect(heldOpen).toBe(false);
  expect(outputs).toMatchObject({
    socket: job.env.TOPO_GC_SOCKET,
    dir: job.env.TOPO_GC_DIR,
    session: job.env.TOPO_GC_SESSION,
  });
  expect(outputs.log).toBeTruthy();
  expect(stepNamed(job, 'version').log).toMatch(/submit/);
});

test('the agent gets what it needs and no secret', MINUTE, async () => {
  await runJob({
    env: { ...engineEnvironment(), MY_DEPLOY_KEY: 'secret-of-the-job' },
    steps: [
      gcStep(),
      {
        observe: async (environment) => {
          const pid = await agentPid(environment);
          const given = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
          expect(given).toContain(`RUNNER_TRACKING_ID=${environment.RUNNER_TRACKING_ID}`);
          expect(given.filter((entry) => /secret|^INPUT_|^ACTIONS_|^STATE_/.test(entry))).toEqual([]);
          expect(readFileSync(`/proc/${pid}/oom_score_adj`, 'utf8').trim()).toBe('0');
        },
      },
    ],
  });
});

function expectPublished({ TOPO_GC_SOCKET = '', TOPO_GC_DIR = '', ...environment }: Environment): void {
  expect(Buffer.byteLength(TOPO_GC_SOCKET)).toBeLessThanOrEqual(107);
  expect(TOPO_GC_SOCKET.startsWith(`${TOPO_GC_DIR}/`)).toBe(true);
  expect(TOPO_GC_DIR.startsWith(`${environment.RUNNER_TEMP}/`)).toBe(true);
  expect(statSync(TOPO_GC_SOCKET).isSocket()).toBe(true);
  expect(statSync(TOPO_GC_SOCKET).mode & 0o777).toBe(0o600);
  expect(statSync(TOPO_GC_DIR).mode & 0o777).toBe(0o700);
  expect(environment.TOPO_GC_SESSION).toMatch(/^[\w.-]+$/);
}

function submissions(objects: EngineObjects) {
  const name = (short: string) => objects.named(short);
  const topology = { id: 'by-curl', containers: [name('c'), name('d')], volumes: [name('volume')] };
  return {
    byCommand: `topo-gc submit --id by-command --container ${name('a')} --container ${name('b')} --network ${name('net')}`,
    byCurl: `curl -fsS --unix-socket "$TOPO_GC_SOCKET" http://topo-gc/v1/topologies \\
      -H 'content-type: application/json' -d '${JSON.stringify(topology)}'`,
  };
}

async function buildTopologies(objects: EngineObjects, { TOPO_GC_SESSION = '' }: Environment): Promise<void> {
  const network = (await objects.network('net')).name;
  const volume = (await objects.volume('volume')).name;
  await Promise.all([
    objects.container('a', { network }),
    objects.container('b', { network }),
    objects.container('c', { volume }),
    objects.container('d'),
    objects.container('by-label', { labels: { 'topo-gc.session': TOPO_GC_SESSION } }),
  ]);
}

test('with RUNNER_DEBUG the post step tells all that the agent did', MINUTE, async () => {
  const steps = [gcStep({}), { name: 'status', run: 'topo-gc status' }];
  const [quiet, debugged] = [
    await runJob({ env: engineEnvironment(), steps }),
    await runJob({ env: { ...engineEnvironment(), RUNNER_DEBUG: '1' }, steps }),
  ];
  expect(stepNamed(quiet, 'Post gc').log).not.toContain('##[debug]');
  expect(stepNamed(debugged, 'Post gc').log).toMatch(/##\[debug\]\{.*"message"/);
});
