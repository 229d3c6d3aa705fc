import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TopoGcError } from '../../../src/domain/errors.ts';
import { submitAfter } from '../../../src/entry/client.ts';
import { ServedAgent } from '../../fakes/served-agent.ts';

beforeEach(() => {
  vi.stubEnv('TOPO_GC_SOCKET', undefined);
  vi.stubEnv('TOPO_GC_SPOOL', undefined);
});
afterEach(() => vi.unstubAllEnvs());

/** A test runner: what it was given to be called when the tests are over. */
function runner() {
  const hooks: (() => Promise<void>)[] = [];
  return { hook: (teardown: () => Promise<void>) => void hooks.push(teardown), end: () => hooks[0]?.() };
}

test('nothing is handed over before the tests are over, and then what there is by then', async () => {
  await using agent = await ServedAgent.start();
  const { hook, end } = runner();
  const containers: string[] = [];
  submitAfter(hook, async () => ({ containers }), { socket: agent.path, otherwise: expect.unreachable });
  containers.push('web');
  expect(agent.service.asked).toEqual([]);
  await end();
  expect(agent.service.asked).toMatchObject([
    { what: 'submit', of: { submission: { members: [{ ref: 'web' }] } } },
  ]);
});

test('without an agent it is torn down otherwise', async () => {
  const { hook, end } = runner();
  const otherwise = vi.fn();
  submitAfter(hook, { containers: ['web'] }, { otherwise });
  await end();
  expect(otherwise).toHaveBeenCalledOnce();
});

test('without an agent, and with no other way, the hook fails', async () => {
  const { hook, end } = runner();
  submitAfter(hook, { containers: ['web'] });
  await expect(end()).rejects.toMatchObject({ code: 'agent-not-found' });
});

test('what is refused is not torn down otherwise: it is somebody else’s', async () => {
  await using agent = await ServedAgent.start();
  agent.service.failure = new TopoGcError('refused', 'No.');
  const { hook, end } = runner();
  const otherwise = vi.fn();
  submitAfter(hook, { containers: ['web'] }, { socket: agent.path, otherwise });
  await expect(end()).rejects.toMatchObject({ code: 'refused' });
  expect(otherwise).not.toHaveBeenCalled();
});
