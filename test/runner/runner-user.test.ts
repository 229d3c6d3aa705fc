import { lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';
import { needsRoot, skippedFor } from '../support/skipped.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { gcStep } from './model/bundle-job.ts';
import { InstalledNode } from './model/installed-node.ts';
import { runJob } from './model/job.ts';
import { type Environment, stepNamed } from './model/job-model.ts';
import { lentContainer } from './model/lent-container.ts';

const NOBODY = { uid: 65534, gid: 65534 };

let installed: InstalledNode;
let node: string;

beforeAll(() => {
  installed = new InstalledNode();
  node = installed.path;
});
afterAll(() => installed[Symbol.dispose]());

/** An engine that everybody may use, as its group does. */
async function openEngine(): Promise<EngineProxy> {
  const proxy = await EngineProxy.start();
  proxy.openToAll();
  return proxy;
}

const ownersIn = (folder: string): number[] => [
  ...new Set(
    ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].map(
      (entry) => lstatSync(join(folder, entry)).uid,
    ),
  ),
];

describe('a runner that is not root’s', skippedFor(needsRoot()), () => {
  test('needs no more than to be let to the engine', async () => {
    await using proxy = await openEngine();
    await using objects = new EngineObjects();
    const job = await runJob({
      user: NOBODY,
      node,
      env: { DOCKER_HOST: proxy.host },
      steps: [
        gcStep(),
        {
          observe: async ({ TOPO_GC_SOCKET = '' }) => {
            expect(statSync(TOPO_GC_SOCKET).uid).toBe(NOBODY.uid);
            await objects.container('box', { network: (await objects.network('net')).name });
          },
        },
        { name: 'who', run: 'id -u; sudo -n true 2>/dev/null && echo root || true' },
        {
          name: 'submit',
          run: `topo-gc submit --container ${objects.named('box')} --network ${objects.named('net')}`,
        },
      ],
      beforeCompletion: async () => expect(await objects.left()).toEqual([]),
    });
    expect(stepNamed(job, 'who').log).toBe('65534');
    expect(job).toMatchObject({ status: 'success', orphans: [] });
  });

  test('that may not use the engine is told which group it lacks', async () => {
    await using proxy = await EngineProxy.start();
    const job = await runJob({ user: NOBODY, node, env: { DOCKER_HOST: proxy.host }, steps: [gcStep()] });
    const [error] = stepNamed(job, 'gc').annotations;
    expect(error?.message).toContain('permission denied: user id 65534');
    expect(error?.message).toContain('add the user to the group docker');
  });

  test('can use and remove what a job in a container has left as root', async () => {
    using root = new TemporaryFolder();
    await using proxy = await openEngine();
    const runner = { root: root.path, user: NOBODY, node };
    const leftBehind = ({ RUNNER_TEMP = '', TOPO_GC_DIR = '' }: Environment) => {
      expect(readdirSync(TOPO_GC_DIR)).toContain('agent.log');
      expect(ownersIn(TOPO_GC_DIR)).toEqual([NOBODY.uid]);
      expect(ownersIn(join(RUNNER_TEMP, '..', '_topo-gc'))).toEqual([NOBODY.uid]);
    };
    const first = await runJob({
      ...runner,
      container: lentContainer(),
      steps: [gcStep(), { name: 'who', run: 'id -u' }],
      beforeCompletion: leftBehind,
    });
    expect(stepNamed(first, 'who').log).toBe('0');
    // Of a job that was lost, which is still root's: for a later job in a container.
    mkdirSync(join(root.path, '_work', '_topo-gc', 'tgc-lost'), { mode: 0o700 });
    const second = await runJob({ ...runner, env: { DOCKER_HOST: proxy.host }, steps: [gcStep()] });
    expect([first.status, second.status]).toEqual(['success', 'success']);
    expect(stepNamed(second, 'Post gc').log).not.toContain('The agent is lost');
  });
});
