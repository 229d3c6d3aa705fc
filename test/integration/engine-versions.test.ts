import { expect, test } from 'vitest';
import { locateEngine } from '../../src/session/locate-engine.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';
import { PlayedApi } from '../support/played-api.ts';

test.for([
  ['Docker 19.03', 12, 40, '1.40'],
  ['Docker 20.10', 12, 41, '1.41'],
  ['Docker 24', 12, 43, '1.43'],
  ['Docker 28', 24, 51, '1.51'],
  ['Docker 29', 44, 52, '1.52'],
  ['one after Docker 29', 44, 56, '1.52'],
] as const)('an agent works with the versions of %s', async ([, min, max, spoken]) => {
  const api = new PlayedApi(min, max);
  await using proxy = await EngineProxy.start(undefined, api);
  await using objects = new EngineObjects();
  const inputs = { 'sweep-labels': `tgc-test=${objects.named('label')}` };
  await using agent = await AgentUnderTest.start({ host: proxy.host, inputs });
  const network = await objects.network('net');
  const volume = await objects.volume('data');
  const paused = await objects.container('paused', { state: 'paused', network: network.name });
  const web = await objects.container('web', { restart: 'always', volume: volume.name });
  await objects.container('swept', { labels: { 'tgc-test': objects.named('label') } });
  await agent.submit({
    containers: [paused.id, web.id],
    networks: [network.id],
    volumes: [volume.name],
    stopTimeout: '1s',
  });
  const report = await agent.drain();
  expect(report).toMatchObject({ leaks: [], removed: { containers: 3, networks: 1, volumes: 1 } });
  expect(await objects.left()).toEqual([]);
  expect([...api.asked]).toEqual([spoken]);
});

test('an engine that is too old is refused with both ranges', async () => {
  await using proxy = await EngineProxy.start(undefined, new PlayedApi(24, 39));
  await expect(locateEngine(proxy.host, process.env)).rejects.toMatchObject({
    code: 'engine-failed',
    message: expect.stringMatching(/1\.24 to 1\.39 .* 1\.40 to 1\.52/),
  });
});
