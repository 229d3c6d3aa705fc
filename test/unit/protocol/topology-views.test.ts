import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import { madeMember, madeTopology } from '../../fakes/made-topology.ts';
import { ServedAgent } from '../../fakes/served-agent.ts';

let agent: ServedAgent;

beforeEach(async () => {
  agent = await ServedAgent.start();
});
afterEach(() => agent[Symbol.asyncDispose]());

const LAB = madeTopology('lab', [
  madeMember('a', { state: 'stopped' }),
  madeMember('b', { state: 'stopping' }),
]);
const GONE = madeTopology('gone', [madeMember('c', { state: 'removed' })]);

describe('GET /v1/topologies', () => {
  beforeEach(() => {
    for (const topology of [GONE, LAB]) agent.service.add(topology);
  });

  test('all, with their members and the state of the one furthest behind', async () => {
    const { status, json } = await agent.get('/v1/topologies');
    expect(status).toBe(200);
    expect(json).toMatchObject([
      { id: 'gone', state: 'removed' },
      { id: 'lab', state: 'stopping', members: [{ name: 'a', state: 'stopped' }, { name: 'b' }] },
    ]);
  });

  test('?state=pending: those that are not removed yet', async () => {
    expect((await agent.get('/v1/topologies?state=pending')).json).toMatchObject([{ id: 'lab' }]);
  });

  test.each(['lab', 'tests/test_vlan.py::LAB[1]', 'a@b:c'])('one, by its id: %s', async (id) => {
    agent.service.add({ ...LAB, id: id as TopologyId });
    expect(await agent.get(`/v1/topologies/${encodeURIComponent(id)}`)).toMatchObject({
      status: 200,
      json: { id },
    });
  });

  test('404 where there is none', async () => {
    expect(await agent.get('/v1/topologies/other')).toMatchObject({
      status: 404,
      json: { code: 'not-found', detail: 'There is no topology other' },
    });
  });
});
