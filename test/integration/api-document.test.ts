import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { Strays } from '../../src/domain/strays/stray.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { answerFaults } from '../support/api-document.ts';
import { EngineObjects } from '../support/engine-objects.ts';

type Asked = readonly [method: string, path: string, body?: unknown];

async function open(agent: AgentUnderTest, [method, path, body]: Asked): Promise<IncomingMessage> {
  const asked = request({ socketPath: agent.socket, method, path, agent: false });
  asked.end(body === undefined ? undefined : JSON.stringify(body));
  const [answer] = await once(asked, 'response');
  return answer;
}

const headOf = ({ statusCode = 0, headers }: IncomingMessage) => ({
  status: statusCode,
  type: headers['content-type'] ?? '',
});

/** Asks, and has each JSON text of the answer compared with docs/openapi.yaml. @returns them */
async function ask(agent: AgentUnderTest, asked: Asked, status: number): Promise<unknown[]> {
  const answer = await open(agent, asked);
  const head = headOf(answer);
  const whole = await text(answer);
  const isJson = head.type.includes('json');
  const values = isJson
    ? whole
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [whole];
  for (const json of values) expect(answerFaults([asked[0], asked[1]], { ...head, json })).toEqual([]);
  expect({ asked, status: head.status, last: values.at(-1) }).toMatchObject({ asked, status });
  return values;
}

/** The events of a stream until one of that type has come. */
async function eventsUntil(stream: IncomingMessage, last: string): Promise<unknown[]> {
  let told = '';
  for await (const chunk of stream) {
    told += chunk;
    if (told.includes(`event: ${last}\n`) && told.endsWith('\n\n')) break;
  }
  return [...told.matchAll(/^event: (.+)\ndata: (.+)$/gm)].map(([, type, data = '']) => {
    const event = JSON.parse(data);
    expect(event).toMatchObject({ type });
    return event;
  });
}

test('the answers to a whole life of topologies and leases are as docs/openapi.yaml says', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const network = await objects.network('net');
  const web = await objects.container('web', { network: network.name });
  const db = await objects.container('db', { restart: 'always', anonymousVolume: true });
  const lab = await objects.container('lab');
  const held = await objects.container('held');
  const timed = await objects.container('timed');
  const { name: volume } = await objects.volume('volume');
  const events = await open(agent, ['GET', '/v1/events']);
  const [strays] = await ask(agent, ['GET', '/v1/strays'], 200);
  const { members } = strays as Strays;
  expect(members.map(({ id }) => id)).toEqual(
    expect.arrayContaining([network.id, web.id, db.id, lab.id, held.id, volume]),
  );

  const owner = { pid: process.pid };
  await ask(agent, ['POST', '/v1/leases', { id: 'lab', containers: [lab.name], owner }], 201);
  await ask(agent, ['POST', '/v1/leases', { id: 'lab', networks: ['nothing'], owner }], 200);
  const holding = await open(agent, ['POST', '/v1/leases?hold=true', { id: 'held', containers: [held.id] }]);
  expect(headOf(holding)).toMatchObject({ status: 201 });
  const sandbox = { id: 'sandbox', containers: [timed.name], ttl: '24h' };
  await ask(agent, ['POST', '/v1/leases', sandbox], 201);
  await ask(agent, ['POST', '/v1/leases', { ...sandbox, ttl: '30' }], 400);
  await ask(agent, ['GET', '/v1/topologies'], 200);
  await ask(agent, ['DELETE', '/v1/leases/lab'], 200);
  await ask(agent, ['DELETE', '/v1/leases/lab'], 404);

  const shop = {
    id: 'shop',
    containers: [web.name, { id: db.id }, 'typo'],
    networks: [{ name: network.name, shared: true }],
    volumes: [volume],
    stopTimeout: '2s',
    metadata: { suite: 'vlan' },
  };
  await ask(agent, ['POST', '/v1/topologies', shop], 202);
  await ask(agent, ['POST', '/v1/topologies', shop], 200);
  await ask(agent, ['GET', '/v1/topologies?state=pending'], 200);
  await ask(agent, ['GET', '/v1/topologies/shop'], 200);
  await ask(agent, ['GET', '/v1/topologies/other'], 404);
  await ask(agent, ['GET', '/v1/status'], 200);
  await ask(agent, ['GET', '/metrics'], 200);
  await ask(agent, ['GET', '/healthz'], 200);
  await ask(agent, ['POST', '/v1/collections', { topologies: ['shop'] }], 202);
  await ask(agent, ['POST', '/v1/collections?wait=true', { topologies: ['shop'] }], 200);
  await ask(agent, ['POST', '/v1/topologies?wait=removed', { id: 'shop' }], 200);
  await ask(agent, ['POST', '/v1/topologies', { id: 'empty' }], 400);
  await ask(agent, ['POST', '/v1/topologies', { id: 'shop', containers: ['more'] }], 409);
  await ask(agent, ['POST', '/v1/topologies', { networks: ['bridge'] }], 422);
  await ask(agent, ['POST', '/v1/topologies', { containers: ['a'], engine: 'another' }], 422);
  await ask(agent, ['POST', '/v1/topologies', { container: ['a'] }], 400);

  const lines = await ask(agent, ['POST', '/v1/drain?budgetMs=30000'], 200);
  expect(lines.at(-1)).toMatchObject({ type: 'report', report: { leased: [{}, { topology: 'sandbox' }] } });
  await ask(agent, ['POST', '/v1/leases', { id: 'sandbox', ttl: '1s' }], 200);
  await agent.untilTopology('sandbox', 'stopped');
  await ask(agent, ['POST', '/v1/drain?final=true'], 200);
  await ask(agent, ['POST', '/v1/topologies', { containers: ['late'] }], 503);

  holding.destroy();
  for (const json of await eventsUntil(events, 'drained'))
    expect(answerFaults(['GET', '/v1/events'], { ...headOf(events), json })).toEqual([]);
});
