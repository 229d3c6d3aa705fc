import { expect, test } from 'vitest';
import { FakeEngine } from './fake-engine.ts';
import { inFrontOf } from './in-front-of.ts';

const ID = 'c'.repeat(64);

test('a grace is passed on in whole seconds, rounded up, and only where it overrides', async () => {
  await using fake = await FakeEngine.start(() => ({ status: 304 }));
  const engine = inFrontOf(fake);
  for (const [graceMs, override] of [
    [1500, true],
    [0, true],
    [1500, false],
  ] as const)
    expect(await engine.stop(ID, graceMs, override)).toBe('stopped');
  const path = `POST /v1.41/containers/${ID}/stop`;
  expect(fake.requests).toEqual([`${path}?t=2`, `${path}?t=0`, path]);
  engine.close();
});

test('a grace comes on top of the deadline', async () => {
  await using fake = await FakeEngine.start(() => undefined);
  const engine = inFrontOf(fake, 100);
  const late = { message: expect.stringContaining('within 0.4 s') };
  await expect(engine.stop(ID, 300, true)).rejects.toMatchObject(late);
  engine.close();
});

test('what the engine wants unpaused before it stops is unpaused', async () => {
  let paused = true;
  const message = `Container ${ID} is paused. Unpause the container before stopping`;
  await using fake = await FakeEngine.start((_, path) => {
    if (path.endsWith('/unpause')) paused = false;
    return paused ? { status: 500, body: { message } } : { status: 204 };
  });
  const engine = inFrontOf(fake);
  expect(await engine.stop(ID, 0, false)).toBe('stopped');
  expect(fake.requests.map((request) => request.replace(/.*\//, ''))).toEqual(['stop', 'unpause', 'stop']);
  engine.close();
});

test('a removal by somebody else that fails is told in the words of its failure', async () => {
  const failure = { Message: 'device or resource busy' };
  await using fake = await FakeEngine.start((method) =>
    method === 'DELETE'
      ? { status: 409, body: { message: `removal of container ${ID} is already in progress` } }
      : { status: 200, body: { StatusCode: 0, Error: failure } },
  );
  const engine = inFrontOf(fake);
  const busy = { name: 'EngineError', fault: 'busy', message: 'device or resource busy' };
  await expect(engine.remove('container', ID, false)).rejects.toMatchObject(busy);
  engine.close();
});

test('a restart policy is disabled also while the engine has yet to notice that the container ended', async () => {
  let attempts = 0;
  const message = `Cannot update container ${ID}: cannot update a stopped container: unknown`;
  await using fake = await FakeEngine.start(() => {
    attempts += 1;
    return attempts < 3 ? { status: 500, body: { message } } : { status: 200, body: { Warnings: null } };
  });
  const engine = inFrontOf(fake);
  await engine.disableRestart(ID);
  expect(attempts).toBe(3);
  engine.close();
});
