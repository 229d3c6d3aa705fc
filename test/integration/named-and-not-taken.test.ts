import { expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

test('a blank reference is refused, named in the book, and what it was named with goes with the drain', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { name } = await objects.container('web');
  const answer = await agent.ask('POST', '/v1/topologies', { id: 't', containers: [name, ''] });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'containers[1]', value: '' }] } });
  expect(await agent.drain()).toMatchObject({
    removed: { containers: 1 },
    leaks: [{ name: '""', cause: 'unresolved' }],
    rejected: [{ topology: 't' }],
  });
  expect(await objects.left()).toEqual([]);
});

test('a selector that matches nothing is told', async () => {
  await using agent = await AgentUnderTest.start();
  const { status, body } = await agent.ask('POST', '/v1/topologies', { selectors: ['label=tgc-test=none'] });
  expect(status).toBe(202);
  expect(body.warnings).toMatchObject([{ field: 'selectors[0]', value: 'tgc-test=none' }]);
});
