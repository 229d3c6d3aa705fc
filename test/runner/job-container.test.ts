import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { engineEnvironment, gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { askAgent } from './model/job-agent.ts';
import { type Environment, type ObserveStep, stepNamed } from './model/job-model.ts';
import { lentContainer } from './model/lent-container.ts';

const MOUNTED = '/topo-gc/agent.sock';

/** A request by curl, as one more argument of a shell. */
const post = (path: string, body: object, socket = '"$TOPO_GC_SOCKET"') =>
  `curl --silent --show-error --unix-socket ${socket} http://topo-gc${path} --data '${JSON.stringify(body)}'`;

/** Runs a container beside the job's, as a test does that is in one itself. */
function dockerRun(options: string, command: string): string {
  const { image, options: lent = [] } = lentContainer();
  return `docker run --rm ${[...lent, options, image].join(' ')} ${command}`;
}

/** By the host's path of the folder, as an expression has it. */
const MOUNT = '--volume "$' + '{{ env.TOPO_GC_DIR }}:/topo-gc"';

const build = (objects: EngineObjects, ...shorts: readonly string[]): ObserveStep => ({
  observe: async () => void (await Promise.all(shorts.map((short) => objects.container(short)))),
});

/** Waits for so many topologies to be known to the agent. */
const untilKnown = (count: number): ObserveStep => ({
  observe: async (environment: Environment) => {
    const known = async () => (await askAgent(environment, 'GET', '/v1/topologies')).body;
    await vi.waitUntil(async () => (await known()).length === count, { timeout: 10_000 });
  },
});

test('main, post and the agent run in it, and steps there hand over by the command and by curl', async () => {
  await using objects = new EngineObjects();
  const job = await runJob({
    container: lentContainer(),
    steps: [
      gcStep(),
      build(objects, 'a', 'b'),
      {
        name: 'where',
        run: 'echo "$TOPO_GC_DIR"; command -v topo-gc; ls /__w/_topo-gc; topo-gc status --json',
      },
      { name: 'by command', run: `topo-gc submit --container ${objects.named('a')} --wait removed` },
      { name: 'by curl', run: post('/v1/topologies', { containers: [objects.named('b')] }) },
    ],
    beforeCompletion: async ({ TOPO_GC_DIR = '', RUNNER_TEMP = '' }) => {
      expect(await objects.left()).toEqual([]);
      expect(TOPO_GC_DIR.startsWith(`${RUNNER_TEMP}/`)).toBe(true);
      expect(existsSync(join(TOPO_GC_DIR, 'agent.sock'))).toBe(false);
      const log = readFileSync(join(TOPO_GC_DIR, 'agent.log'), 'utf8');
      expect(log.match(/disk can't be read/g)).toHaveLength(1);
    },
  });
  expect(job.steps.map(({ outcome }) => outcome)).toEqual(Array(5).fill('success'));
  const [folder = '', command, session, ...status] = stepNamed(job, 'where').log.split('\n');
  expect(folder).toBe(`/__w/_temp/${session}`);
  expect(command).toBe(`${folder}/bin/topo-gc`);
  // The engine's data root is not to be seen there.
  expect(JSON.parse(status.join('\n'))).toMatchObject({
    readings: { disk: [{ of: '/__w/repo/repo' }], unavailable: [{ reading: 'disk' }] },
    engine: { host: 'unix:///var/run/docker.sock' },
  });
  expect(stepNamed(job, 'Post gc').summary).toContain('**2 containers** of 2 topologies removed');
});

test('containers beside it hand over by the folder, mounted from the host or with all that the job’s has', async () => {
  await using objects = new EngineObjects();
  const containers = (short: string) => ({ containers: [objects.named(short)] });
  const inherit = '--volumes-from "$HOSTNAME" --env TOPO_GC_SOCKET --env TOPO_GC_DIR --env TOPO_GC_SPOOL';
  const submit = `"$TOPO_GC_DIR/bin/topo-gc" submit --container ${objects.named('c')}`;
  const job = await runJob({
    container: lentContainer(),
    steps: [
      gcStep(),
      build(objects, 'a', 'b', 'c'),
      { name: 'mounted', run: dockerRun(MOUNT, post('/v1/topologies', containers('a'), MOUNTED)) },
      { name: 'inherited', run: dockerRun(inherit, post('/v1/topologies', containers('b'))) },
      { name: 'by command', run: dockerRun(inherit, submit) },
    ],
  });
  expect(job.steps.map(({ name, outcome }) => [name, outcome])).toEqual(
    ['gc', 'mounted', 'inherited', 'by command', 'Post gc'].map((name) => [name, 'success']),
  );
  expect(stepNamed(job, 'Post gc').summary).toContain('**3 containers** of 3 topologies removed');
  expect(await objects.left()).toEqual([]);
});

test.each([
  ['of a job on the runner itself', { env: engineEnvironment() }],
  ['of a job in a container', { container: lentContainer() }],
])('a container action %s finds the socket and the spool under its own paths', async (_, place) => {
  await using objects = new EngineObjects();
  const container = lentContainer();
  const topology = { containers: [objects.named('b')], submittedAt: '$(date -u +%Y-%m-%dT%H:%M:%SZ)' };
  // Nothing is taken that is younger than the submission, which tells whole seconds.
  const spool = `sleep 1; echo "${JSON.stringify(topology).replaceAll('"', '\\"')}" > "$TOPO_GC_SPOOL/b.tmp"
    sync; mv "$TOPO_GC_SPOOL/b.tmp" "$TOPO_GC_SPOOL/b.json"`;
  const submit = post('/v1/topologies', { containers: [objects.named('a')] });
  const job = await runJob({
    ...place,
    steps: [
      gcStep(),
      build(objects, 'a', 'b'),
      { name: 'by socket', container, script: `echo "$TOPO_GC_DIR"; ${submit}` },
      { name: 'by spool', container, script: spool },
      untilKnown(2),
    ],
  });
  expect(stepNamed(job, 'by socket').log).toMatch(/^\/github\/runner_temp\/tgc-[\w-]+\n\{"id"/);
  expect(job.status, stepNamed(job, 'by spool').log).toBe('success');
  expect(stepNamed(job, 'Post gc').summary).toContain('**2 containers** of 2 topologies removed');
  expect(await objects.left()).toEqual([]);
});

test('of containers beside it a process is no owner of a lease, an open connection is', async () => {
  await using objects = new EngineObjects();
  const lease = { containers: [objects.named('a')] };
  const owner = { pid: 1, pidNamespace: '$(readlink /proc/self/ns/pid)' };
  const body = JSON.stringify({ ...lease, owner }).replaceAll('"', '\\"');
  const byProcess = `sh -c 'echo "${body}" | ${post('/v1/leases', {}, MOUNTED).replace("'{}'", '@-')}'`;
  const holder = objects.named('holder');
  const hold = post('/v1/leases?hold=true', { ...lease, id: 'held' }, MOUNTED);
  const byConnection = `${dockerRun(`--detach --name ${holder} ${MOUNT}`, hold)}
    for i in $(seq 100); do topo-gc list --json | grep -q leased && exec docker kill ${holder}; sleep 0.1; done; exit 1`;
  const job = await runJob({
    container: lentContainer(),
    steps: [
      gcStep(),
      build(objects, 'a'),
      { name: 'by process', run: dockerRun(MOUNT, byProcess) },
      { name: 'by connection', run: byConnection },
      {
        observe: async (environment) => {
          const held = async () => (await askAgent(environment, 'GET', '/v1/topologies/held')).body;
          await vi.waitUntil(async () => (await held()).state !== 'leased', { timeout: 10_000 });
        },
      },
    ],
  });
  expect(JSON.parse(stepNamed(job, 'by process').log)).toMatchObject({
    status: 422,
    errors: [
      { field: 'owner.pidNamespace', detail: expect.stringContaining('open connection (?hold=true)') },
    ],
  });
  expect(job.status, stepNamed(job, 'by connection').log).toBe('success');
  expect(await objects.left()).toEqual([]);
});
