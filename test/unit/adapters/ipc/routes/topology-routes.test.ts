import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EngineError } from '../../../../../src/domain/engine.ts';
import { ERRORS, type ErrorCode, TopoGcError } from '../../../../../src/domain/errors.ts';
import { madeMember, madeTopology } from '../../../../fakes/made-topology.ts';
import { ARRIVAL, ServedAgent } from '../../../../fakes/served-agent.ts';

let agent: ServedAgent;

beforeEach(async () => {
  agent = await ServedAgent.start();
});
afterEach(() => agent[Symbol.asyncDispose]());

const LAB = madeTopology('lab', [
  madeMember('a', { state: 'stopped' }),
  madeMember('b', { state: 'stopping' }),
]);
describe('POST /v1/topologies', () => {
  test('202 and the topology, when it is taken', async () => {
    const { status, headers, json } = await agent.post('/v1/topologies', {
      id: 'lab',
      name: 'test_vlan.py',
      containers: ['a', { id: '3f9a00000000' }, { name: 'b' }],
      networks: ['net', { name: 'db', shared: true }],
      volumes: [],
      selectors: ['label=a=b'],
      stopTimeout: '2s',
      metadata: { suite: 'vlan' },
      engine: 'E',
    });
    expect(status).toBe(202);
    expect(headers['content-type']).toBe('application/json');
    expect(json).toMatchObject({ id: 'lab', name: 'test_vlan.py', state: 'submitted', metadata: {} });
    expect(agent.service.asked).toEqual([
      {
        what: 'submit',
        of: {
          receivedAt: ARRIVAL,
          submission: {
            id: 'lab',
            name: 'test_vlan.py',
            members: [
              { kind: 'container', ref: 'a', field: 'containers[0]', shared: false },
              { kind: 'container', ref: '3f9a00000000', field: 'containers[1]', shared: false },
              { kind: 'container', ref: 'b', field: 'containers[2]', shared: false },
              { kind: 'network', ref: 'net', field: 'networks[0]', shared: false },
              { kind: 'network', ref: 'db', field: 'networks[1]', shared: true },
            ],
            selectors: [{ label: 'a=b', field: 'selectors[0]' }],
            stopTimeoutMs: 2000,
            metadata: { suite: 'vlan' },
            engine: 'E',
          },
        },
      },
    ]);
  });

  test('200 where the id is known', async () => {
    agent.service.add(LAB);
    expect(await agent.post('/v1/topologies', { id: 'lab', containers: ['a'] })).toMatchObject({
      status: 200,
      json: { id: 'lab', state: 'stopping' },
    });
  });

  test.each(['stopped', 'removed'])('200 with ?wait=%s, once it is that far', async (milestone) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    agent.service.takes = promise;
    let isAnswered = false;
    const answer = agent.post(`/v1/topologies?wait=${milestone}`, { id: 'lab', containers: ['a'] });
    const answered = answer.then(() => {
      isAnswered = true;
    });
    await agent.get('/healthz');
    expect(isAnswered).toBe(false);
    resolve();
    expect(await answer).toMatchObject({ status: 200, json: { id: 'lab' } });
    await answered;
    expect(agent.service.asked.at(-1)).toEqual({ what: 'reached', of: { id: 'lab', milestone } });
  });

  test.each(Object.keys(ERRORS) as ErrorCode[])(
    '%s is answered by its status, with one entry a fault',
    async (code) => {
      const faults = ['containers[0]', 'networks[2]'].map((field) => ({
        field,
        value: 'x',
        detail: 'is bad',
      }));
      agent.service.failure = new TopoGcError(code, 'It will not be.', { faults });
      const { status, headers, json } = await agent.post('/v1/topologies', { containers: ['a'] });
      expect(status).toBe(ERRORS[code].status);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(json).toEqual({
        type: `urn:topo-gc:error:${code}`,
        title: ERRORS[code].title,
        status,
        detail: 'It will not be.',
        code,
        errors: faults,
      });
    },
  );

  test('what the engine said is passed on', async () => {
    agent.service.failure = new EngineError('unreachable', 'connect ECONNREFUSED');
    expect(await agent.post('/v1/topologies', { containers: ['a'] })).toMatchObject({
      status: 502,
      json: { code: 'engine-failed', detail: 'connect ECONNREFUSED' },
    });
    expect(agent.log.lines).toEqual([]);
  });

  test('a mistake of ours is a 500, and in the log', async () => {
    agent.service.failure = new TypeError('x is undefined');
    expect(await agent.post('/v1/topologies', { containers: ['a'] })).toMatchObject({
      status: 500,
      json: { code: 'internal' },
    });
    expect(agent.log.lines).toEqual(['error: a request failed']);
    expect((await agent.get('/healthz')).status).toBe(200);
  });
});
