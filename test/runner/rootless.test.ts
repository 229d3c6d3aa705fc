import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackForRootless, RootlessDockerd } from '../support/rootless-dockerd.ts';
import { skippedFor } from '../support/skipped.ts';
import { gcStep } from './model/bundle-job.ts';
import { InstalledNode } from './model/installed-node.ts';
import { runJob } from './model/job.ts';
import { stepNamed } from './model/job-model.ts';

const USER = { uid: 65534, gid: 65534 };

describe('a rootless engine', { timeout: 120_000, ...skippedFor(lackForRootless(USER)) }, () => {
  const owned = new AsyncDisposableStack();
  let engine: RootlessDockerd;
  let node: InstalledNode;

  beforeAll(async () => {
    node = owned.use(new InstalledNode());
    engine = await RootlessDockerd.start(owned, USER);
  }, 120_000);
  afterAll(() => owned.disposeAsync());

  test('is found where nothing is set but its user’s runtime folder, and all that is handed over goes', async () => {
    await using objects = new EngineObjects(engine);
    const job = await runJob({
      user: USER,
      node: node.path,
      env: { XDG_RUNTIME_DIR: engine.runtime },
      steps: [
        gcStep(),
        {
          observe: async () => {
            const { name: network } = await objects.network('net');
            await objects.container('web', { network });
            await objects.container('db', { network, anonymousVolume: true });
          },
        },
        { name: 'status', run: 'topo-gc status --json' },
        {
          name: 'submit',
          run: ['web', 'db'].reduce(
            (command, name) => `${command} --container ${objects.named(name)}`,
            `topo-gc submit --network ${objects.named('net')}`,
          ),
        },
      ],
      beforeCompletion: async () => expect(await objects.left()).toEqual([]),
    });
    expect(stepNamed(job, 'gc').log).toContain(engine.host);
    const { readings } = JSON.parse(stepNamed(job, 'status').log);
    // Its data root is the user's own.
    expect(readings.unavailable.map(({ reading }: { reading: string }) => reading)).not.toContain('disk');
    expect(job).toMatchObject({ status: 'success', orphans: [] });
  });
});
