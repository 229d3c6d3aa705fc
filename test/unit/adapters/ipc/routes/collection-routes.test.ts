import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TopoGcError } from '../../../../../src/domain/errors.ts';
import type { TopologyId } from '../../../../../src/domain/topology/topology.ts';
import type { DrainProgress } from '../../../../../src/protocol/agent-service.ts';
import { REPORT } from '../../../../fakes/fake-agent-service.ts';
import { madeMember, madeTopology } from '../../../../fakes/made-topology.ts';
import { type Answer, ServedAgent } from '../../../../fakes/served-agent.ts';

let agent: ServedAgent;

beforeEach(async () => {
  agent = await ServedAgent.start();
});
afterEach(() => agent[Symbol.asyncDispose]());

const asked = () => agent.service.asked;

const PROGRESS: DrainProgress = {
  topology: 'lab' as TopologyId,
  name: 'tést_ünì 🦆',
  state: 'removed',
  members: { containers: 4, networks: 1, volumes: 0 },
  left: { topologies: 1, containers: 2, networks: 0, volumes: 0 },
  elapsedMs: 1200,
  remainingMs: 58_800,
};

describe('POST /v1/collections', () => {
  test('202 at once, with what it is going to collect', async () => {
    agent.service.add(madeTopology('lab', [madeMember('a')]));
    agent.service.takes = new Promise(() => {});
    expect(await agent.post('/v1/collections')).toMatchObject({
      status: 202,
      json: { trigger: 'request', topologies: ['lab'] },
    });
    expect(asked()).toEqual([{ what: 'collect', of: undefined }]);
  });

  test('200 and the record, with ?wait=true', async () => {
    expect(await agent.post('/v1/collections?wait=true', {})).toMatchObject({ status: 200, json: { id: 1 } });
  });

  test('only those that are named', async () => {
    await agent.post('/v1/collections?wait=true', { topologies: ['lab', 'test[1]'] });
    expect(asked()).toEqual([{ what: 'collect', of: ['lab', 'test[1]'] }]);
  });

  test.each([
    [{ topologies: 'lab' }, 'topologies'],
    [{ topologies: ['lab', 'a b'] }, 'topologies[1]'],
    [{ topologies: [7] }, 'topologies[0]'],
    [{ topology: ['lab'] }, 'topology'],
    [[], 'body'],
    ['null', 'body'],
  ])('400: %j', async (body, field) => {
    expect(await agent.post('/v1/collections', body)).toMatchObject({
      status: 400,
      json: { code: 'invalid-request', errors: [{ field }] },
    });
    expect(asked()).toEqual([]);
  });

  test.each(['', '?wait=true'])('404 for a topology that there is not: %s', async (query) => {
    agent.service.failure = new TopoGcError('not-found', 'There is no topology lab');
    expect(await agent.post(`/v1/collections${query}`, { topologies: ['lab'] })).toMatchObject({
      status: 404,
    });
  });
});

const linesOf = ({ text }: Answer) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('POST /v1/drain', () => {
  test('200: a line for each topology that is done, the report last', async () => {
    agent.service.progress = [PROGRESS];
    const answer = await agent.post('/v1/drain');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/x-ndjson');
    expect(answer.text).toMatch(/\n$/);
    expect(linesOf(answer)).toEqual([
      { type: 'progress', ...PROGRESS },
      { type: 'progress', ...PROGRESS },
      { type: 'report', report: REPORT },
    ]);
  });

  test('the lines come as they are, before it is over', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    agent.service.progress = [PROGRESS];
    agent.service.takes = promise;
    const response = await agent.open('POST', '/v1/drain');
    const [line] = await once(response, 'data');
    expect(JSON.parse(String(line))).toMatchObject({ type: 'progress' });
    resolve();
    await response.resume();
  });

  test.each([
    ['', { final: false }],
    ['?final=false', { final: false }],
    ['?final=true&budgetMs=5000', { final: true, budgetMs: 5000 }],
  ])('%s', async (query, of) => {
    await agent.post(`/v1/drain${query}`);
    expect(asked()).toEqual([{ what: 'drain', of }]);
  });

  test('a failure is the last line, as the answer has begun', async () => {
    agent.service.failure = new TopoGcError('internal', 'It went wrong');
    expect(linesOf(await agent.post('/v1/drain'))).toEqual([
      { type: 'problem', problem: expect.objectContaining({ code: 'internal', detail: 'It went wrong' }) },
    ]);
  });

  test('goes on when the client hangs up, and so does the agent', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    agent.service.progress = Array.from({ length: 50 }, () => PROGRESS);
    agent.service.takes = promise;
    const response = await agent.open('POST', '/v1/drain?final=true');
    response.destroy();
    await once(response, 'close');
    await vi.waitFor(async () => expect((await agent.get('/healthz')).status).toBe(200), { timeout: 8_000 });
    resolve();
    await agent.get('/healthz');
    expect((await agent.get('/healthz')).status).toBe(200);
    expect(agent.log.lines).toEqual([]);
  });
});
