import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AgentClient } from '../../../../src/adapters/ipc/agent-client.ts';
import { TopoGcError } from '../../../../src/domain/errors.ts';
import type { DrainProgress } from '../../../../src/protocol/agent-service.ts';
import { REPORT, STATUS } from '../../../fakes/fake-agent-service.ts';
import { ServedAgent } from '../../../fakes/served-agent.ts';

/** The agent never answers: how long a client waits for that, in ms. */
const SHORT_MS = 50;

describe('with an agent', () => {
  let agent: ServedAgent;
  let client: AgentClient;

  beforeEach(async () => {
    agent = await ServedAgent.start();
    client = new AgentClient(agent.path);
  });
  afterEach(async () => {
    client.close();
    await agent[Symbol.asyncDispose]();
  });

  test('answers are read', async () => {
    expect(await client.get('/v1/status')).toEqual(STATUS);
    expect(
      await client.post('/v1/topologies', { body: { name: 'ünì', containers: ['tést'] } }),
    ).toMatchObject({
      state: 'submitted',
    });
  });

  test('a problem is the error that it tells of', async () => {
    const faults = [{ field: 'containers[0]', value: 'a', detail: 'is bad' }];
    agent.service.failure = new TopoGcError('refused', 'No.', { faults });
    await expect(client.post('/v1/topologies', { body: { containers: ['a'] } })).rejects.toMatchObject({
      name: 'TopoGcError',
      code: 'refused',
      message: 'No.',
      faults,
    });
  });

  test('a drain tells of its progress, and answers with its report', async () => {
    const progress = { topology: 'lab', elapsedMs: 5 } as DrainProgress;
    agent.service.progress = [progress];
    const seen: DrainProgress[] = [];
    const onProgress = (each: DrainProgress) => seen.push(each);
    expect(await client.drain({ final: true, budgetMs: 5000, onProgress })).toEqual(REPORT);
    expect(seen).toMatchObject([progress, progress]);
    expect(agent.service.asked).toEqual([{ what: 'drain', of: { final: true, budgetMs: 5000 } }]);
  });

  test('a drain that fails is that error', async () => {
    agent.service.failure = new TopoGcError('internal', 'It went wrong');
    const drain = client.drain({ final: false, onProgress: () => {} });
    await expect(drain).rejects.toMatchObject({ code: 'internal', message: 'It went wrong' });
  });

  test('an agent that dies in the middle of a drain is lost', async () => {
    agent.service.takes = new Promise(() => {});
    agent.service.progress = [{ topology: 'lab' } as DrainProgress];
    const drain = client.drain({ final: true, onProgress: () => agent.server.closeNow() });
    await expect(drain).rejects.toMatchObject({ code: 'agent-not-found' });
  });

  test('a signal gives up a drain that hangs', async () => {
    agent.service.takes = new Promise(() => {});
    const signal = AbortSignal.timeout(SHORT_MS);
    const drain = client.drain({ final: true, onProgress: () => {}, signal });
    await expect(drain).rejects.toMatchObject({ code: 'agent-not-found' });
  });

  test('a signal that had fired before gives up at once', async () => {
    agent.service.takes = new Promise(() => {});
    const drain = client.drain({
      final: true,
      onProgress: () => {},
      signal: AbortSignal.abort(new Error('late')),
    });
    await expect(drain).rejects.toMatchObject({ code: 'agent-not-found' });
  });

  test('a drain may be silent for longer than its answer may take to begin', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    agent.service.takes = promise;
    const drain = client.drain({ final: false, timeoutMs: SHORT_MS, onProgress: () => {} });
    setTimeout(resolve, 4 * SHORT_MS);
    expect(await drain).toEqual(REPORT);
  });
});
