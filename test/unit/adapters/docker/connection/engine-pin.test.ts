import { expect, test } from 'vitest';
import { EnginePin } from '../../../../../src/adapters/docker/connection/engine-pin.ts';
import { EngineError, type EngineIdentity } from '../../../../../src/domain/engine.ts';

const WANTED = { id: 'OURS', dataRoot: '/var/lib/docker', host: 'unix:///var/run/docker.sock' };

const identity = (own: Partial<EngineIdentity>): EngineIdentity => ({
  ...WANTED,
  version: '28.5.2',
  apiVersion: '1.51',
  time: '2026-11-24T10:00:00Z',
  ahead: { least: 0, most: 0 },
  ...own,
});

/** A pin, and how often it has asked who answers. */
function pinned(answers: (EngineIdentity | EngineError)[]) {
  let asked = 0;
  const pin = new EnginePin(WANTED, async () => {
    const answer = answers[asked++];
    if (answer instanceof Error || answer === undefined) throw answer;
    return answer;
  });
  return { pin, asked: () => asked };
}

test('the intended engine is asked once', async () => {
  const { pin, asked } = pinned([identity({})]);
  await pin.confirm();
  await pin.confirm();
  expect(asked()).toBe(1);
});

test.each([
  ['of another id', identity({ id: 'THEIRS' }), 'THEIRS (/var/lib/docker)'],
  ['of another root of data', identity({ dataRoot: '/data' }), 'OURS (/data)'],
  ['that refuses to say who it is', new EngineError('rejected', 'version 1.51 is too new'), 'another one'],
])('an engine %s is another one, and asked again', async (_, answer, theirs) => {
  const { pin } = pinned([answer, identity({})]);
  await expect(pin.confirm()).rejects.toMatchObject({
    name: 'EngineError',
    fault: 'rejected',
    message: expect.stringMatching(`^the engine at ${WANTED.host} is ${theirs.replace(/[()]/g, '\\$&')}`),
  });
  await pin.confirm();
});

test('one that does not answer may be the intended one', async () => {
  const { pin } = pinned([new EngineError('unreachable', 'no answer'), identity({})]);
  await expect(pin.confirm()).rejects.toMatchObject({ fault: 'unreachable' });
  await pin.confirm();
});
