import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { engineEnvironment, gcStep, REPOSITORY } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { agentPid, askAgent } from './model/job-agent.ts';
import { type Environment, type JobResult, stepNamed } from './model/job-model.ts';
import { lentContainer } from './model/lent-container.ts';

const MINUTE = { timeout: 60_000 };
const CLI = join(REPOSITORY, 'dist/cli/index.js');
const STARTED = 'Set up runner';
const COMPLETED = 'Complete runner';

/** The `.env` that a runner has before, without a line end at its end. */
const { DOCKER_HOST } = engineEnvironment();
const BEFORE = `LANG=C.UTF-8\nDOCKER_HOST=${DOCKER_HOST}`;

let folder: TemporaryFolder;
let root: string;

/** The command of an operator; throws with what it has printed. */
const topoGc = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [CLI, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeEach(() => {
  folder = new TemporaryFolder();
  root = folder.file('runner');
  mkdirSync(root);
  for (const [name, text] of [
    ['run.sh', ''],
    ['.runner', '{"agentName": "Runner-1"}'],
    ['.env', BEFORE],
  ] as const)
    writeFileSync(join(root, name), text);
  topoGc('install-hooks', root);
});
afterEach(() => folder[Symbol.dispose]());

const submit = (objects: EngineObjects, ...shorts: readonly string[]) => ({
  observe: async (environment: Environment) => {
    await Promise.all(shorts.map((short) => objects.container(short)));
    const containers = shorts.map((short) => objects.named(short));
    const answer = await askAgent(environment, 'POST', '/v1/topologies', { id: 'handed-over', containers });
    expect(answer.status).toBe(202);
  },
});

const outcomes = (job: JobResult) => job.steps.map(({ name, outcome }) => [name, outcome]);

/** What the sessions of this runner have left in their root. */
const statesLeft = (): string[] => readdirSync(join(root, '_work', '_topo-gc'));

test('a job that does not know of it hands over, and the completed hook drains', MINUTE, async () => {
  await using objects = new EngineObjects();
  writeFileSync(join(root, 'topo-gc.yml'), 'container-threshold: 7\nsweep-labels:\n  - a=b\n  - c=d\n');
  const job = await runJob({
    root,
    env: { TOPO_GC_CONTAINER_THRESHOLD: '9' },
    steps: [submit(objects, 'box'), { name: 'status', run: 'topo-gc status --json' }],
    beforeCompletion: async ({ TOPO_GC_SOCKET = '' }) => {
      expect(await objects.left()).toEqual([]);
      expect(existsSync(TOPO_GC_SOCKET)).toBe(false);
    },
  });
  expect(outcomes(job)).toEqual([STARTED, 'status', COMPLETED].map((name) => [name, 'success']));
  expect(job.orphans).toEqual([]);
  expect(job.steps.filter(({ heldOpen }) => heldOpen)).toEqual([]);
  expect(stepNamed(job, STARTED).log).toContain('The agent of this job answers at');
  // Of the operator, not of the job's `env:`.
  const { inputs } = JSON.parse(stepNamed(job, 'status').log);
  expect(inputs).toMatchObject({ 'container-threshold': '7', 'sweep-labels': 'a=b\nc=d' });
  expect(stepNamed(job, COMPLETED).summary).toContain('handed-over');
  expect(statesLeft()).toEqual([]);

  topoGc('install-hooks', root, '--remove');
  expect(readFileSync(join(root, '.env'), 'utf8')).toBe(BEFORE);
  expect(readdirSync(root).sort()).toEqual(['.env', '.runner', '_work', 'run.sh', 'topo-gc.yml']);
});

test('a job that uses the action too shares that agent, and its post step drains', MINUTE, async () => {
  await using objects = new EngineObjects();
  // What other tests make on this engine meanwhile would be strays.
  writeFileSync(join(root, 'topo-gc.yml'), 'strays: ignore\nidle-collect: off\n');
  const pids: number[] = [];
  const seen = { observe: async (environment: Environment) => void pids.push(await agentPid(environment)) };
  const job = await runJob({
    root,
    steps: [seen, gcStep({ concurrency: '5' }), gcStep({}, 'again'), seen, submit(objects, 'box')],
    beforeCompletion: async () => expect(await objects.left()).toEqual([]),
  });
  expect(outcomes(job)).toEqual(
    [STARTED, 'gc', 'again', 'Post again', 'Post gc', COMPLETED].map((name) => [name, 'success']),
  );
  expect(pids[0]).toBe(pids[1]);
  const { log, annotations, outputs } = stepNamed(job, 'gc');
  expect(log).toContain("The agent of this runner's started hook answers at");
  expect(log).toContain('The post step of this use drains it');
  expect(annotations.map(({ message }) => message)).toEqual([
    `The agent of this runner's started hook keeps its inputs: concurrency is "auto", not "5"`,
  ]);
  expect(outputs.socket).toBe(job.env.TOPO_GC_SOCKET);
  expect(stepNamed(job, 'again').log).toContain('is shared');
  expect(stepNamed(job, 'Post again').summary).toBe('');
  expect(stepNamed(job, 'Post gc').summary).toContain('handed-over');
  expect(stepNamed(job, COMPLETED).log).toContain(
    'The post step of the action has drained the agent of this job, and nothing is left',
  );
  expect(stepNamed(job, COMPLETED).summary).toBe('');
  expect(statesLeft()).toEqual([]);
});

test('a leak that the post step has told is not told again, and waits for the sweep', MINUTE, async () => {
  await using objects = new EngineObjects();
  const job = await runJob({
    root,
    steps: [
      gcStep({ 'drain-timeout': '5s' }),
      {
        observe: async (environment) => {
          const network = await objects.network('net');
          await objects.container('others', { network: network.name });
          const topology = { networks: [network.id] };
          expect((await askAgent(environment, 'POST', '/v1/topologies', topology)).status).toBe(202);
        },
      },
    ],
  });
  expect(stepNamed(job, 'Post gc').outcome).toBe('failure');
  expect(stepNamed(job, COMPLETED)).toMatchObject({ outcome: 'success', summary: '', annotations: [] });
  expect(stepNamed(job, COMPLETED).log).toContain('has told what is left');
  expect(statesLeft()).toHaveLength(1);
});

test(
  'where the agent is dead and its folder gone, the completed hook drains from the journal',
  MINUTE,
  async () => {
    await using objects = new EngineObjects();
    const job = await runJob({
      root,
      steps: [
        submit(objects, 'box'),
        { observe: async (environment) => void process.kill(await agentPid(environment), 'SIGKILL') },
        { name: 'tidy', run: 'rm -rf "$RUNNER_TEMP"/tgc-*' },
      ],
      beforeCompletion: async () => expect(await objects.left()).toEqual([]),
    });
    expect(job.status).toBe('success');
    expect(stepNamed(job, COMPLETED).log).toContain('draining from its journal');
    expect(stepNamed(job, COMPLETED).summary).toContain('handed-over');
    expect(statesLeft()).toEqual([]);
  },
);

test('settings that are not valid fail the job before its first step, with their place', MINUTE, async () => {
  const file = join(root, 'topo-gc.yml');
  writeFileSync(file, 'disk-threshold: 12\ndisk-treshold: off\n');
  const job = await runJob({ root, steps: [{ name: 'step', run: 'true' }] });
  expect(outcomes(job)).toEqual([
    [STARTED, 'failure'],
    ['step', 'skipped'],
    [COMPLETED, 'success'],
  ]);
  const [error] = stepNamed(job, STARTED).annotations;
  expect(error?.message).toContain(`${file}: disk-threshold "12": takes "N%" used`);
  expect(error?.message).toContain(
    `${file}: disk-treshold "off": is no setting: did you mean disk-threshold?`,
  );
  expect(stepNamed(job, COMPLETED).log).toContain('there is nothing to drain');
});

test(
  'a job in a container leaves the drain to the hook, which keeps off what the runner made',
  MINUTE,
  async () => {
    await using objects = new EngineObjects();
    const job = await runJob({
      root,
      container: lentContainer(),
      steps: [
        gcStep(),
        submit(objects, 'box'),
        { name: 'own', run: 'topo-gc submit --container "$(cat /etc/hostname)"', if: 'always()' },
      ],
      beforeCompletion: async () => expect(await objects.left()).toEqual([]),
    });
    expect(stepNamed(job, 'gc').log).toContain('this container does not see its state');
    expect(stepNamed(job, 'own').log).toMatch(/carries [0-9a-f]{6}, the label of what the runner makes/);
    expect(stepNamed(job, 'Post gc').log).toContain("the runner's completed hook drains");
    expect(stepNamed(job, COMPLETED)).toMatchObject({ outcome: 'success' });
    expect(stepNamed(job, COMPLETED).summary).toContain('handed-over');
    expect(statesLeft()).toEqual([]);
  },
);
