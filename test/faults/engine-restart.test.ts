import { expect, test, vi } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';
import { lackForEngines } from '../support/private-engine.ts';
import { skippedFor } from '../support/skipped.ts';
import { buildTopology } from './built-topology.ts';
import { RestartedEngine } from './restarted-engine.ts';

const SLOW = { stubborn: true, stopTimeout: 3 } as const;

test.for(['TERM', 'KILL'] as const)(
  'an engine that is ended by SIG%s during the drain, and comes back: everything is removed',
  { timeout: 120_000, ...skippedFor(lackForEngines()) },
  async (signal) => {
    await using engine = await RestartedEngine.start();
    await using objects = new EngineObjects(engine);
    // Docker 20.10 that is ended while it removes a network can't start again (a panic in reservePools).
    await using proxy = await EngineProxy.start(engine.host);
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    await agent.submit(await buildTopology(objects, { ...SLOW, restart: 'always' }));
    const removing = await objects.container('removing', { ...SLOW, autoRemove: true });
    const reviving = await objects.container('reviving', { restart: 'always' });
    await agent.submit({ id: 'others', containers: [removing.id, reviving.id] });
    const draining = agent.drain({ budgetMs: 60_000 });
    await vi.waitUntil(async () => (await agent.ask('GET', '/v1/status')).body.state === 'draining', {
      timeout: 30_000,
    });
    await proxy.goAway();
    await engine.end(signal);
    await engine.comeBack();
    await proxy.comeBack();
    const report = await draining;
    expect(report).toMatchObject({ leaks: [], removed: { containers: 3, networks: 1, volumes: 1 } });
    expect(report.unconfirmed).toBeUndefined();
    expect(await objects.left()).toEqual([]);
  },
);

test('an engine that can not be reached while its containers stop: everything is removed', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  await agent.submit(await buildTopology(objects, SLOW));
  const draining = agent.drain();
  await vi.waitUntil(async () => (await agent.ask('GET', '/v1/status')).body.state === 'draining', {
    timeout: 30_000,
  });
  await proxy.goAway();
  await vi.waitUntil(async () => !(await objects.isRunning('box')), { timeout: 20_000 });
  await proxy.comeBack();
  const report = await draining;
  expect(report).toMatchObject({ leaks: [], removed: { containers: 1, networks: 1, volumes: 1 } });
  expect(report.unconfirmed).toBeUndefined();
  expect(await objects.left()).toEqual([]);
});
