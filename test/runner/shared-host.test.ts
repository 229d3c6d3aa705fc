import { execFile } from 'node:child_process';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { lease } from '../../src/entry/client.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { engineEnvironment, gcStep } from './model/bundle-job.ts';
import { runJob } from './model/job.ts';
import { type Environment, type JobOptions, stepNamed } from './model/job-model.ts';
import { lentContainer } from './model/lent-container.ts';

type Place = Pick<JobOptions, 'env' | 'container'>;

const ON_HOST: Place = { env: engineEnvironment() };

/** Where its state is shared with others, if it is. */
const onHost = (state?: string): Place => ({
  env: { ...ON_HOST.env, ...(state !== undefined && { TOPO_GC_STATE: state }) },
});

const inContainer = (state: string): Place => ({
  container: lentContainer(['--volume', `${state}:${state}`]),
  env: { TOPO_GC_STATE: state },
});

const refused = (name: string) => `topo-gc submit --container ${name} && exit 1 || test $? = 1`;

/** Leases a container from the agent of a job, until `owned` goes. */
const hold = (owned: AsyncDisposableStack, { TOPO_GC_SOCKET: socket }: Environment, id: string) =>
  lease({ id, containers: [id] }, { socket, hold: true }).then((held) => owned.use(held));

test.each([
  ['each has a state of its own', () => [onHost(), onHost()]],
  ['they share it', (state: string) => [onHost(state), onHost(state)]],
  ['they share it, and one is in a container', (state: string) => [inContainer(state), onHost(state)]],
  ['they share it, and the other is in a container', (state: string) => [onHost(state), inContainer(state)]],
] as [string, (state: string) => [Place, Place]][])(
  'of two jobs at the same time, neither touches what the other has; %s',
  async (name, places) => {
    using state = new TemporaryFolder();
    await using objects = new EngineObjects();
    const [first, second] = places(state.path);
    const isShared = name !== 'each has a state of its own';
    const [theirs, labelled, mine] = ['theirs', 'labelled', 'mine'].map((short) => objects.named(short));
    let inner: Awaited<ReturnType<typeof runJob>> | undefined;
    const outer = await runJob({
      ...first,
      steps: [
        gcStep(),
        {
          observe: async (environment) => {
            await using owned = new AsyncDisposableStack();
            const labels = { 'topo-gc.session': environment.TOPO_GC_SESSION ?? '' };
            inner = await runJob({
              ...second,
              steps: [
                gcStep(),
                {
                  observe: async () => {
                    for (const short of ['theirs', 'mine']) await objects.container(short);
                    await objects.container('labelled', { labels });
                    await hold(owned, environment, theirs ?? '');
                  },
                },
                { name: 'labelled', run: refused(labelled ?? '') },
                ...(isShared ? [{ name: 'theirs', run: refused(theirs ?? '') }] : []),
                { name: 'mine', run: `topo-gc submit --container ${mine}` },
              ],
            });
            expect(await objects.left()).toEqual(['theirs', 'labelled']);
            for (const short of ['theirs', 'labelled']) expect(await objects.isRunning(short)).toBe(true);
          },
        },
      ],
      beforeCompletion: async () => expect(await objects.left()).toEqual([]),
    });
    expect(inner).toMatchObject({ status: 'success', orphans: [] });
    if (inner && isShared) expect(stepNamed(inner, 'theirs').log).toContain('is held by another agent');
    expect(outer).toMatchObject({ status: 'success', orphans: [] });
    expect(stepNamed(outer, 'Post gc').summary).toContain('**2 containers** of 2 topologies removed');
  },
);

const docker = (...args: readonly string[]) => promisify(execFile)('docker', args);

test('an agent in a container that is paused is not swept, however long it is silent', async () => {
  using state = new TemporaryFolder();
  await using objects = new EngineObjects();
  const job = await runJob({
    ...inContainer(state.path),
    steps: [
      { name: 'where', run: 'echo "JOB_CONTAINER=$HOSTNAME" >>"$GITHUB_ENV"' },
      gcStep(),
      {
        observe: async (environment) => {
          await using owned = new AsyncDisposableStack();
          await objects.container('held');
          await hold(owned, environment, objects.named('held'));
          const { JOB_CONTAINER = '', TOPO_GC_SESSION = '' } = environment;
          await docker('pause', JOB_CONTAINER);
          try {
            utimesSync(join(state.path, TOPO_GC_SESSION, 'agent.json'), 1, 1);
            const next = await runJob({
              ...onHost(state.path),
              steps: [gcStep(), { name: 'sweep', run: 'topo-gc sweep' }],
            });
            expect(next.status).toBe('success');
            expect(stepNamed(next, 'sweep').log).toBe('');
          } finally {
            await docker('unpause', JOB_CONTAINER);
          }
          expect(await objects.isRunning('held')).toBe(true);
        },
      },
    ],
    beforeCompletion: async () => expect(await objects.left()).toEqual([]),
  });
  expect(job).toMatchObject({ status: 'success', orphans: [] });
  expect(stepNamed(job, 'Post gc').log).not.toContain('The agent is lost');
});

test('what a job container has left that was lost is swept by the next job of that runner', async () => {
  using root = new TemporaryFolder();
  await using objects = new EngineObjects();
  const state = join(root.path, '_work', '_topo-gc');
  const lost = await runJob({
    root: root.path,
    container: lentContainer(),
    steps: [
      gcStep(),
      { observe: async () => void (await objects.container('box')) },
      {
        name: 'is lost',
        run: `topo-gc submit --container ${objects.named('box')}; docker kill "$HOSTNAME"`,
      },
    ],
  });
  expect(stepNamed(lost, 'Post gc').outcome).toBe('failure');
  expect(await objects.left()).toEqual(['box']);
  const [session = ''] = readdirSync(state);
  await runJob({
    root: root.path,
    container: lentContainer(),
    steps: [
      gcStep(),
      {
        observe: async () => {
          await vi.waitUntil(() => !readdirSync(state).includes(session), { timeout: 30_000 });
          expect(await objects.left()).toEqual([]);
        },
      },
    ],
  });
});
