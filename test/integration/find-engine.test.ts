import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type EngineAddress, engineCandidates } from '../../src/adapters/docker/connection/engine-address.ts';
import { findEngine } from '../../src/adapters/docker/starting/find-engine.ts';
import { type FakeAnswer, FakeEngine } from './fake-engine.ts';

const AT_ONCE_MS = 200;
const LONG_MS = 10_000;

const VERSION = { Version: '99.0', ApiVersion: '1.41', MinAPIVersion: '1.12' };
const INFO = { ID: 'FAKE', DockerRootDir: '/fake', SystemTime: '2026-11-24T10:00:00Z' };

const missing: EngineAddress = { host: 'unix:///nonexistent/docker.sock', source: 'the default socket' };
const at = ({ host }: { host: string }): EngineAddress => ({ host, source: 'DOCKER_HOST' });

/** An engine that tells these versions of its API. */
const speaking = (version: object) =>
  FakeEngine.start((_, path) => ({
    status: 200,
    body: path === '/info' ? INFO : { ...VERSION, ...version },
  }));

const answering = (answer: FakeAnswer) => FakeEngine.start(() => answer);

const notFound = (message: RegExp) => ({
  code: 'engine-not-found',
  message: expect.stringMatching(message),
});

test('the engine says who it is', async () => {
  const [address] = engineCandidates({ env: process.env });
  const { identity, ...found } = await findEngine([missing, ...(address ? [address] : [])]);
  expect(found.address).toEqual(address);
  expect(identity).toMatchObject({
    host: address?.host,
    id: expect.stringMatching(/\S/),
    version: expect.stringMatching(/^\d+\./),
    apiVersion: expect.stringMatching(/^1\.\d+$/),
    dataRoot: expect.stringMatching(/^\//),
  });
  expect(Math.abs(Date.parse(identity.time) - Date.now())).toBeLessThan(60_000);
  expect(identity.ahead.least).toBeLessThanOrEqual(identity.ahead.most);
  expect(Math.abs(identity.ahead.most)).toBeLessThan(60_000);
});

test('the first that answers is taken, and nobody after it is asked', async () => {
  await using first = await speaking({});
  await using second = await speaking({});
  const { address } = await findEngine([missing, at(first), at(second)]);
  expect(address).toEqual(at(first));
  expect(second.requests).toEqual([]);
});

test('where none answers, each is named with where it came from, what it said and what to do', async () => {
  await using broken = await answering({ status: 500, body: { message: 'out of order' } });
  await using garbled = await answering({ status: 200, body: '<html>Welcome!</html>' });
  await using stranger = await answering({ status: 200, body: { hello: 'world' } });
  const refusing: EngineAddress = { host: 'tcp://127.0.0.1:1', source: 'the current docker context' };
  const candidates = [missing, refusing, at(broken), at(garbled), at(stranger)];
  const { message } = await findEngine(candidates).catch((error) => error);
  for (const { host, source } of candidates) expect(message).toContain(`${host} (${source}): `);
  expect(message).toContain(`${missing.host} (the default socket): no such socket`);
  expect(message).toContain('tcp://127.0.0.1:1 (the current docker context): connection refused');
  expect(message).toMatch(/it answered 500 to GET \/(version|info): .*out of order/);
  expect(message).toContain('is no JSON');
  expect(message).toContain('which a Docker Engine');
  expect(message).toMatch(/docker-host.*DOCKER_HOST/);
});

test('one that never answers is not waited for', async () => {
  await using hanging = await FakeEngine.start(() => undefined);
  const said = notFound(/DOCKER_HOST\): no answer to GET \/_ping within 0.2 s/);
  const patience = { silenceMs: AT_ONCE_MS, answerMs: LONG_MS };
  await expect(findEngine([at(hanging)], patience)).rejects.toMatchObject(said);
});

test('one that answers is given longer to say who it is', async () => {
  const patience = { silenceMs: AT_ONCE_MS, answerMs: LONG_MS };
  await using slow = await FakeEngine.start(async (_, path) => {
    if (path === '/_ping') return { status: 200, body: 'OK' };
    await sleep(2 * AT_ONCE_MS);
    return { status: 200, body: path === '/info' ? INFO : VERSION };
  });
  expect((await findEngine([at(slow)], patience)).identity.id).toBe(INFO.ID);
});

test('one that answers and never says who it is', async () => {
  await using mute = await FakeEngine.start((_, path) =>
    path === '/_ping' ? { status: 200, body: 'OK' } : undefined,
  );
  const said = notFound(/DOCKER_HOST\): no answer to GET \/(version|info) within 0.2 s/);
  const patience = { silenceMs: LONG_MS, answerMs: AT_ONCE_MS };
  await expect(findEngine([at(mute)], patience)).rejects.toMatchObject(said);
});

test('what is no HTTP at all', async () => {
  await using server = createServer((socket) => {
    // Whoever asked hangs up without a word.
    socket.on('error', () => {});
    socket.resume().end('220 mail.example ESMTP\r\n');
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  const address = { host: `tcp://127.0.0.1:${port}`, source: 'DOCKER_HOST' };
  await expect(findEngine([address])).rejects.toMatchObject(notFound(/Parse Error/));
});

test('no permission: who may not, and what to do', async () => {
  await using engine = await speaking({});
  chmodSync(engine.socket, 0o000);
  const expected = notFound(/permission denied: user id \d+[\s\S]*group docker/);
  await asNobody(() => expect(findEngine([at(engine)])).rejects.toMatchObject(expected));
});

/** Root may open everything, so that it has to be somebody else for a while. */
async function asNobody(act: () => Promise<void>): Promise<void> {
  const user = process.geteuid?.() ?? 0;
  if (user === 0) process.seteuid?.(65534);
  try {
    await act();
  } finally {
    process.seteuid?.(user);
  }
}

test.for([
  ['an older one, at its newest', { ApiVersion: '1.41', MinAPIVersion: '1.12' }, '1.41'],
  ['one that dropped the oldest', { ApiVersion: '1.52', MinAPIVersion: '1.44' }, '1.52'],
  ['one that is newer', { ApiVersion: '1.56', MinAPIVersion: '1.44' }, '1.52'],
  ['the oldest', { ApiVersion: '1.40', MinAPIVersion: '1.12' }, '1.40'],
  ['one that tells no minimum', { ApiVersion: '1.43', MinAPIVersion: undefined }, '1.43'],
] as const)('the version of the API is negotiated with %s', async ([, version, apiVersion]) => {
  await using engine = await speaking(version);
  expect((await findEngine([at(engine)])).identity.apiVersion).toBe(apiVersion);
});

test.for([
  ['too old', { ApiVersion: '1.39', MinAPIVersion: '1.24' }],
  ['too new', { ApiVersion: '1.99', MinAPIVersion: '1.90' }],
] as const)(
  'an engine that is %s is refused with both ranges, and no other is taken',
  async ([, version]) => {
    await using engine = await speaking(version);
    await using next = await speaking({});
    await expect(findEngine([at(engine), at(next)])).rejects.toMatchObject({
      code: 'engine-failed',
      message: expect.stringMatching(`${version.MinAPIVersion} to ${version.ApiVersion} .* 1.40 to 1.52`),
    });
  },
);
