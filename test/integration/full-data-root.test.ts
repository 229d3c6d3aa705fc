import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackForEngines, type PrivateEngine, startEngine } from '../support/private-engine.ts';
import { skippedFor } from '../support/skipped.ts';
import { SmallDisk } from '../support/small-disk.ts';

describe('an engine whose data root is full', { timeout: 120_000, ...skippedFor(lackForEngines()) }, () => {
  const owned = new AsyncDisposableStack();
  let engine: PrivateEngine;
  let disk: SmallDisk;

  beforeAll(async () => {
    const folder = owned.use(await temporaryFolder('topo-gc-full'));
    disk = owned.use(await SmallDisk.mount(folder.path, { mebibytes: 128 }));
    engine = await startEngine(owned, { 'data-root': disk.path });
  }, 120_000);
  afterAll(() => owned.disposeAsync(), 120_000);

  test('a container with a restart policy is stopped and removed all the same', async () => {
    await using objects = new EngineObjects(engine);
    await using agent = await AgentUnderTest.start({ host: engine.host });
    const { id } = await objects.container('box', { restart: 'always' });
    disk.fill();
    try {
      await agent.submit({ id: 'lab', containers: [id] });
      const report = await agent.drain({ budgetMs: 60_000 });
      expect(report).toMatchObject({ leaks: [], removed: { containers: 1 } });
      expect(await objects.left()).toEqual([]);
      expect(agent.logged.join('\n')).toContain('the agent could not remove the restart policy');
    } finally {
      disk.free();
    }
  });
});
