import { expect, test } from 'vitest';
import type { DockerEngine } from '../../src/adapters/docker/docker-engine.ts';
import { FakeEngine } from './fake-engine.ts';
import { inFrontOf } from './in-front-of.ts';

const ID = 'c'.repeat(64);

/** Everything that can be asked, so that an error of the engine is one of the port whatever was asked. */
const CALLS: Readonly<Record<string, (engine: DockerEngine) => Promise<unknown>>> = {
  identify: (engine) => engine.identify(),
  'find a container': (engine) => engine.find('container', ID),
  'find a network': (engine) => engine.find('network', ID),
  'find a volume': (engine) => engine.find('volume', 'data'),
  listLabelled: (engine) => engine.listLabelled('a=b'),
  list: (engine) => engine.list(),
  countBridges: (engine) => engine.countBridges(),
  disableRestart: (engine) => engine.disableRestart(ID),
  stop: (engine) => engine.stop(ID, 0, false),
  kill: (engine) => engine.kill(ID),
  'remove a container': (engine) => engine.remove('container', ID, false),
  'remove a network': (engine) => engine.remove('network', ID, false),
  'remove a volume': (engine) => engine.remove('volume', 'data', false),
  endpoints: (engine) => engine.endpoints(ID),
  disconnect: (engine) => engine.disconnect(ID, ID),
};

/** Those whose answer is read. */
const READING = ['identify', 'find', 'list', 'count', 'endpoints'];

async function outcomes(engine: DockerEngine): Promise<Map<string, unknown>> {
  const calls = Object.entries(CALLS);
  const settled = await Promise.allSettled(calls.map(([, call]) => call(engine)));
  return new Map(settled.map((result, at) => [calls[at]?.[0] ?? '', 'reason' in result && result.reason]));
}

async function expectAll(engine: DockerEngine, fault: string, message: RegExp): Promise<void> {
  for (const [call, error] of await outcomes(engine)) {
    expect(error, call).toMatchObject({
      name: 'EngineError',
      fault,
      message: expect.stringMatching(message),
    });
  }
  engine.close();
}

test('no engine', () =>
  expectAll(inFrontOf({ host: 'unix:///nonexistent/docker.sock' }), 'unreachable', /ENOENT/));

test('an engine that hangs', async () => {
  await using fake = await FakeEngine.start(() => undefined);
  await expectAll(inFrontOf(fake, 200), 'unreachable', /did not answer within 0\.2 s/);
});

test.for([
  [500, 'busy', 'driver "overlay2" failed to remove root filesystem: device or resource busy'],
  [503, 'unreachable', 'the engine is starting'],
  [400, 'rejected', 'this is nothing that one could ask'],
  [403, 'rejected', 'not for you'],
] as const)('an engine that answers %i: %s, in its own words', async ([status, fault, message]) => {
  await using fake = await FakeEngine.start(() => ({ status, body: { message } }));
  await expectAll(inFrontOf(fake), fault, new RegExp(`^${message}$`));
});

test('an answer in plain text is told as it is', async () => {
  await using fake = await FakeEngine.start(() => ({ status: 502, body: 'Bad Gateway\n' }));
  await expectAll(inFrontOf(fake), 'busy', /^Bad Gateway$/);
});

test.for([
  ['text', 'Welcome!'],
  ['something else', { hello: 'world' }],
  ['a list', [1]],
] as const)('an engine that answers 200 and %s is none', async ([, body]) => {
  await using fake = await FakeEngine.start(() => ({ status: 200, body }));
  const engine = inFrontOf(fake);
  for (const [call, error] of await outcomes(engine)) {
    if (!READING.some((word) => call.startsWith(word))) continue;
    expect(error, call).toMatchObject({
      name: 'EngineError',
      message: expect.stringMatching(/Docker Engine/),
    });
  }
  engine.close();
});

test('an engine that goes away in the middle and comes back', async () => {
  let goesAway: (() => void) | undefined = () => {};
  await using fake = await FakeEngine.start(() => {
    goesAway?.();
    return goesAway ? undefined : { status: 404, body: { message: 'No such container' } };
  });
  const asked = new Promise<void>((resolve) => {
    goesAway = resolve;
  });
  const engine = inFrontOf(fake);
  const unreachable = { name: 'EngineError', fault: 'unreachable' };
  const expected = expect(engine.find('container', ID)).rejects.toMatchObject(unreachable);
  await asked;
  await fake.goAway();
  await expected;
  await expect(engine.find('container', ID)).rejects.toMatchObject(unreachable);
  goesAway = undefined;
  await fake.comeBack();
  expect(await engine.find('container', ID)).toBeUndefined();
  engine.close();
});

test('closing ends what is under way', async () => {
  let asked: (() => void) | undefined;
  const arrived = new Promise<void>((resolve) => {
    asked = resolve;
  });
  await using fake = await FakeEngine.start(() => {
    asked?.();
    return undefined;
  });
  const engine = inFrontOf(fake, 600_000);
  const expected = expect(engine.stop(ID, 600_000, false)).rejects.toMatchObject({ fault: 'unreachable' });
  await arrived;
  engine.close();
  await expected;
});
