import { describe, expect, test } from 'vitest';
import { locateEngines } from '../../src/session/locate-engines.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';
import { lackForEngines, startEngine } from '../support/private-engine.ts';
import { skippedFor } from '../support/skipped.ts';
import { killJob } from './dead-job.ts';

describe('two engines in one job', skippedFor(lackForEngines()), () => {
  test('each gives up its own members, and a successor knows both', async () => {
    await using owned = new AsyncDisposableStack();
    const east = await startEngine(owned);
    await using here = new EngineObjects();
    await using there = new EngineObjects(east, here.named(''));
    await using agent = await AgentUnderTest.startProcess({ engines: { east: east.host } });
    const names = [here.named('web'), here.named('net')] as const;
    for (const objects of [here, there]) {
      const network = await objects.network('net');
      await objects.container('web', { network: network.name });
      await objects.container('labelled', { labels: { 'topo-gc.session': agent.session } });
    }
    await agent.submit({ id: 'here', containers: [names[0]], networks: [names[1]] });
    await agent.submit({
      id: 'east',
      containers: [{ name: names[0], engine: 'east' }],
      networks: [{ name: names[1], engine: 'east' }],
    });
    const { members } = await agent.topology('east');
    expect(members.map(({ site }) => site)).toEqual(['east', 'east']);
    await killJob(agent);
    const report = await agent.drainInPlace();
    expect(report).toMatchObject({ leaks: [], removed: { containers: 4, networks: 2 } });
    expect([await here.left(), await there.left()]).toEqual([[], []]);
  });

  test('one that is lost takes only its own members with it', async () => {
    await using owned = new AsyncDisposableStack();
    const east = await startEngine(owned);
    await using proxy = await EngineProxy.start(east.host);
    await using here = new EngineObjects();
    await using there = new EngineObjects(east);
    await using agent = await AgentUnderTest.start({ engines: { east: proxy.host } });
    const own = await here.container('web');
    const lost = await there.container('model');
    await agent.submit({ id: 'lab', containers: [own.id, { id: lost.id, engine: 'east' }] });
    await proxy[Symbol.asyncDispose]();
    const report = await agent.drain({ budgetMs: 10_000 });
    expect(await here.left()).toEqual([]);
    expect(report.leaks).toMatchObject([{ site: 'east', id: lost.id, cause: 'engine-unreachable' }]);
    expect(report.unconfirmed).toContain('the engine east is not reached');
  });

  test('an engine that is there under two names is told, and so is one that does not answer', async () => {
    await using owned = new AsyncDisposableStack();
    const east = await startEngine(owned);
    const engines = (hosts: Record<string, string>) =>
      locateEngines({ engines: new Map(Object.entries(hosts)) }, process.env);
    expect(await engines({ east: east.host })).toMatchObject([{}, { name: 'east' }]);
    await expect(engines({ east: east.host, west: east.host })).rejects.toThrow(
      /east and west both have the id/,
    );
    await expect(engines({ east: 'unix:///nonexistent.sock' })).rejects.toThrow(/east of the input engines/);
    const own = await locateEngines({ engines: new Map() }, process.env);
    expect(await engines({ main: own[0].identity.host })).toMatchObject([{ name: 'main' }]);
  });
});
