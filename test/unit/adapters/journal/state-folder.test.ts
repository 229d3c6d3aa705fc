import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SessionFile } from '../../../../src/adapters/journal/session-files.ts';
import { StateFolder } from '../../../../src/adapters/journal/state-folder.ts';
import { stateRoot, statesUnder } from '../../../../src/adapters/journal/state-root.ts';
import { ENGINE } from '../../../fakes/fake-engine.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const SESSION: SessionFile = {
  version: 1,
  session: { id: 's1', startedAt: ENGINE.time, engineId: ENGINE.id },
  engine: ENGINE,
  inputs: { reclaim: 'all' },
  guarded: { containers: ['job'], networks: [] },
  folder: '/tmp/s1',
  socket: '/tmp/s1/agent.sock',
  log: '/tmp/s1/agent.log',
  workspace: '/work',
};

const AGENT = { pid: 42, startTime: '100', bootId: 'b', pidNamespace: 'pid:[1]', nonce: 'n' };

describe('where the state is kept', () => {
  test.each([
    [
      'where it is said',
      { TOPO_GC_STATE: '/var/topo', RUNNER_TEMP: '/r/_temp', GITHUB_ACTIONS: 'true' },
      '/var/topo',
    ],
    [
      'on a runner',
      { RUNNER_TEMP: '/r/_work/_temp', GITHUB_ACTIONS: 'true', HOME: '/h' },
      '/r/_work/_topo-gc',
    ],
    [
      'on a runner that removes the folder beside it',
      {
        RUNNER_TEMP: '/c/1/tmp',
        RUNNER_TOOL_CACHE: '/c/tools',
        GITHUB_ACTIONS: 'true',
        ACT: 'true',
        HOME: '/h',
      },
      '/h/.local/state/topo-gc',
    ],
    [
      'in a container of such a runner, whose tool cache is a volume',
      { RUNNER_TEMP: '/tmp', RUNNER_TOOL_CACHE: '/dev/shm', GITHUB_ACTIONS: 'true', ACT: 'true', HOME: '/h' },
      '/dev/shm/_topo-gc',
    ],
    ['elsewhere', { XDG_STATE_HOME: '/x', HOME: '/h' }, '/x/topo-gc'],
    ['by default', { HOME: '/h', RUNNER_TEMP: '/r/_temp' }, '/h/.local/state/topo-gc'],
    [
      'with empty variables',
      { TOPO_GC_STATE: '', XDG_STATE_HOME: '', HOME: '/h' },
      '/h/.local/state/topo-gc',
    ],
  ])('%s', (_, env, root) => {
    expect(stateRoot(env)).toBe(root);
  });
});

test('what is written is read, is its owner’s only, and leaves nothing beside it', () => {
  using temporary = new TemporaryFolder();
  const folder = new StateFolder(temporary.file('s1'));
  folder.create();
  folder.writeSession(SESSION);
  for (const pid of [41, 42]) folder.writeAgent({ ...AGENT, pid });
  expect(folder.readSession()).toEqual(SESSION);
  expect(folder.readAgent()).toEqual(AGENT);
  expect(folder.session).toBe('s1');
  expect(readdirSync(folder.path).sort()).toEqual(['agent.json', 'session.json']);
  expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder.path))
    expect(statSync(`${folder.path}/${name}`).mode & 0o777).toBe(0o600);
  folder.remove();
  folder.remove();
  expect(existsSync(folder.path)).toBe(false);
});

test('a session of another version is refused, and names its folder', () => {
  using temporary = new TemporaryFolder();
  const folder = new StateFolder(temporary.path);
  writeFileSync(folder.sessionFile, JSON.stringify({ ...SESSION, version: 3 }));
  expect(() => folder.readSession()).toThrow(`${folder.sessionFile} is not of its form: version`);
});

test('where no agent came so far, there is none', () => {
  using temporary = new TemporaryFolder();
  expect(new StateFolder(temporary.path).readAgent()).toBeUndefined();
  expect(() => new StateFolder(temporary.path).readSession()).toThrow('ENOENT');
});

test('all sessions under a root are found; files and what is not there are none', () => {
  using temporary = new TemporaryFolder();
  for (const name of ['s1', 's2']) new StateFolder(temporary.file(name)).create();
  writeFileSync(temporary.file('note'), '');
  expect(
    statesUnder(temporary.path)
      .own.map(({ session }) => session)
      .sort(),
  ).toEqual(['s1', 's2']);
  expect(statesUnder(temporary.file('nowhere'))).toEqual({ own: [], foreign: [] });
});
