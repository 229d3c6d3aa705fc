import { expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';

test('a selector takes what carries exactly that label, of every kind, and nothing else', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const key = objects.named('key');
  const label = { [key]: 'shop' };
  const network = await objects.network('net', label);
  await objects.volume('volume', label);
  await objects.container('running', { labels: label, network: network.name });
  await objects.container('exited', { labels: label, state: 'exited', command: 'true' });
  await objects.container('longer-value', { labels: { [key]: 'shop2' } });
  await objects.container('no-value', { labels: { [key]: '' } });
  await objects.container('longer-key', { labels: { [`${key}2`]: 'shop' } });
  await objects.volume('other-volume', { [key]: 'SHOP' });
  await agent.submit({ selectors: [`label=${key}=shop`] });
  const report = await agent.drain();
  expect(report).toMatchObject({ leaks: [], removed: { containers: 2, networks: 1, volumes: 1 } });
  expect(await objects.left()).toEqual(['longer-value', 'no-value', 'longer-key', 'other-volume']);
  expect(await objects.isRunning('longer-value')).toBe(true);
});

test('what is created under the label after the submission stays', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const key = objects.named('key');
  const labels = { [key]: 'shop' };
  await objects.container('before', { labels });
  await agent.submit({ id: 't', selectors: [`label=${key}=shop`] });
  await objects.container('after', { labels });
  await objects.volume('after-volume', labels);
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1, volumes: 0 } });
  expect(await objects.left()).toEqual(['after', 'after-volume']);
  expect(await objects.isRunning('after')).toBe(true);
});

test('what is created under the label while the submission is looked up stays', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  const key = objects.named('key');
  const labels = { [key]: 'shop' };
  await objects.container('before', { labels });
  let meanwhile: Promise<unknown> | undefined;
  proxy.meddle = async (request) => {
    if (!request.startsWith('GET /containers/json')) return undefined;
    meanwhile ??= objects.container('meanwhile', { labels });
    await meanwhile;
    return undefined;
  };
  const topology = await agent.submit({ id: 't', selectors: [`label=${key}=shop`] });
  expect(topology.members.map(({ name }) => name)).toEqual([objects.named('before')]);
  await agent.drain();
  expect(await objects.left()).toEqual(['meanwhile']);
});

test('what carries the label of the session is collected without any submission', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const labels = { 'topo-gc.session': agent.session };
  const network = await objects.network('net', labels);
  await objects.container('box', { labels, network: network.name });
  await objects.volume('volume', labels);
  await objects.container('other', { labels: { 'topo-gc.session': `${agent.session}0` } });
  expect(await agent.drain()).toMatchObject({
    leaks: [],
    removed: { containers: 1, networks: 1, volumes: 1 },
  });
  expect(await objects.left()).toEqual(['other']);
});
