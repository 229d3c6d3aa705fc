import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { ApiAnswer } from '../runner/model/job-agent.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

const MEBIBYTE = 1024 * 1024;

/** Posts bytes as they are, in one piece or, in chunks, without saying how many there are. */
function post(
  agent: AgentUnderTest,
  path: string,
  ...chunks: readonly (string | Buffer)[]
): Promise<ApiAnswer> {
  return new Promise((resolve, reject) => {
    const headers = chunks.length === 1 ? { 'content-length': Buffer.byteLength(chunks[0] ?? '') } : {};
    const asked = request({ socketPath: agent.socket, method: 'POST', path, headers }, (response) => {
      expect(response.headers['content-type']).toBe('application/problem+json');
      json(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    asked.on('error', reject);
    for (const chunk of chunks) asked.write(chunk);
    asked.end();
  });
}

/** The fields that the problem names, in its order. */
const fieldsOf = ({ body }: ApiAnswer): string[] => body.errors.map(({ field }: { field: string }) => field);

test('what is wrong with a submission is told together, one entry a fault, and nothing is stopped', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { id } = await objects.container('box');
  const wrongTypes = {
    id: 7,
    containers: [id, 1, null, { id, name: 'both' }, { other: id }],
    networks: { name: 'no list' },
    stopTimeout: 5,
    metadata: { suite: 1 },
    unknown: true,
    another: 'one',
  };
  const answer = await post(agent, '/v1/topologies', JSON.stringify(wrongTypes));
  expect(answer).toMatchObject({ status: 400, body: { status: 400, code: 'invalid-submission' } });
  expect(fieldsOf(answer).toSorted()).toEqual(
    [
      'id',
      ...[1, 2, 3, 4].map((at) => `containers[${at}]`),
      'networks',
      'stopTimeout',
      'metadata.suite',
      'unknown',
      'another',
    ].toSorted(),
  );
  const wrongWords = {
    id: 'no blanks',
    containers: [id, ' '],
    selectors: ['name=x', 'label=x', 'label=x=', 'label=*', `label=${objects.named('k')}=v`],
    stopTimeout: 'soon',
  };
  expect(fieldsOf(await post(agent, '/v1/topologies', JSON.stringify(wrongWords))).toSorted()).toEqual(
    ['id', 'containers[1]', ...[0, 1, 2, 3].map((at) => `selectors[${at}]`), 'stopTimeout'].toSorted(),
  );
  expect(await objects.isRunning('box')).toBe(true);
  expect((await agent.ask('GET', '/v1/topologies')).body).toEqual([]);
});

describe.for([
  ['nothing', ''],
  ['no JSON', '{"containers": ['],
  ['a text', '"box"'],
  ['a list', '["box"]'],
  ['null', 'null'],
  ['an empty topology', '{}'],
  ['empty lists', '{"id": "t", "containers": [], "networks": [], "selectors": []}'],
  ['half a character', '{"containers": ["\\ud800"]}'],
  ['a name without an end', `{"containers": ["${'x'.repeat(5000)}"]}`],
  ['very deep lists', '['.repeat(200_000) + ']'.repeat(200_000)],
  ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
] as const)('a submission that is %s', ([, body]) => {
  test('is refused with 400', async () => {
    await using agent = await AgentUnderTest.start();
    const answer = await post(agent, '/v1/topologies', body);
    expect(answer).toMatchObject({ status: 400, body: { status: 400, detail: expect.any(String) } });
    expect(answer.body.code).toMatch(/^invalid-(submission|request)$/);
  });
});

test('a body over 1 MiB is refused with 413, whether or not it says so beforehand', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const { id } = await objects.container('box');
  const start = `{"containers": ["${id}"], "name": "`;
  const large = Buffer.alloc(MEBIBYTE, 'x');
  const tooLarge = { status: 413, body: { status: 413, code: 'too-large', errors: [] } };
  expect(await post(agent, '/v1/topologies', Buffer.concat([Buffer.from(start), large]))).toMatchObject(
    tooLarge,
  );
  expect(await post(agent, '/v1/topologies', start, large, '"}')).toMatchObject(tooLarge);
  expect(await objects.isRunning('box')).toBe(true);
  const { status } = await agent.ask('POST', '/v1/topologies', { containers: [id] });
  expect(status).toBe(202);
});

test('a submission of just under 1 MiB is taken', async () => {
  await using agent = await AgentUnderTest.start();
  const containers = Array.from({ length: 250 }, (_, at) => `tgc-test-no-${at}-`.padEnd(4096, 'x'));
  const { body, status } = await agent.ask('POST', '/v1/topologies', { containers });
  expect(status).toBe(202);
  expect(body).toMatchObject({ state: 'absent' });
  expect(body.members).toHaveLength(250);
});

test.for([
  ['POST', '/v1/topologies?wait=forever', 400],
  ['POST', '/v1/topologies?now=true', 400],
  ['POST', '/v1/drain?budgetMs=soon', 400],
  ['POST', '/v1/collections', 400, { topologies: 'all' }],
  ['POST', '/v1/collections', 404, { topologies: ['nobody-knows'] }],
  ['GET', '/v1/topologies/nobody-knows', 404],
  ['GET', '/v2/topologies', 404],
  ['PUT', '/v1/topologies', 405],
] as const)('%s %s is refused with %i', async ([method, path, status, body]) => {
  await using agent = await AgentUnderTest.start();
  expect(await agent.ask(method, path, body)).toMatchObject({
    status,
    body: { status, errors: expect.any(Array) },
  });
});
