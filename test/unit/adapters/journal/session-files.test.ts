import { describe, expect, test } from 'vitest';
import { parseAgent, parseSession, parseTries } from '../../../../src/adapters/journal/session-files.ts';
import { ENGINE } from '../../../fakes/fake-engine.ts';

const PROCESS = { pid: 42, startTime: '100', bootId: 'b', pidNamespace: 'pid:[1]' };
const SESSION = {
  version: 1,
  session: { id: 's1', startedAt: ENGINE.time, engineId: ENGINE.id },
  engine: ENGINE,
  inputs: { reclaim: 'all' },
  guarded: { containers: ['job'], networks: [], volumes: [] },
  folder: '/tmp/s1',
  socket: '/tmp/s1/agent.sock',
  log: '/tmp/s1/agent.log',
  workspace: '/work',
};

test('what is of its form is read, whatever it holds beside', () => {
  const engines = [{ name: 'east', engine: ENGINE, guarded: SESSION.guarded }];
  const several = { ...SESSION, version: 2, engineName: 'main', engines };
  for (const file of [SESSION, { ...SESSION, owner: PROCESS }, { ...SESSION, later: [1] }, several])
    expect(parseSession('f', JSON.stringify(file))).toEqual(file);
  expect(parseAgent('f', JSON.stringify({ ...PROCESS, nonce: 'n' }))).toEqual({ ...PROCESS, nonce: 'n' });
  expect(parseTries('f', '{"count": 2, "at": 1}')).toEqual({ count: 2, at: 1 });
});

describe('what is not names the fields', () => {
  test.each([
    [null, 'all of it'],
    [[], 'all of it'],
    ['text', 'all of it'],
    [{ ...SESSION, version: 3 }, 'version'],
    [{ ...SESSION, engines: [{ name: 'east', engine: ENGINE }], engineName: 1 }, 'engineName, engines'],
    [{ ...SESSION, folder: null, inputs: { reclaim: 1 } }, 'inputs, folder'],
    [{ ...SESSION, session: null }, 'session'],
    [{ ...SESSION, session: { id: 1 } }, 'session.id, session.startedAt, session.engineId'],
    [{ ...SESSION, guarded: { containers: [1], networks: {} } }, 'guarded.containers, guarded.networks'],
    [{ ...SESSION, owner: { pid: '1' } }, 'owner'],
  ])('%j', (file, fields) => {
    expect(() => parseSession('f', JSON.stringify(file))).toThrow(`f is not of its form: ${fields}`);
  });

  test('what is no JSON', () => {
    expect(() => parseAgent('f', '{"pid"')).toThrow('JSON');
    expect(() => parseAgent('f', 'null')).toThrow('f is not of its form: all of it');
  });
});
