import { expect, test } from 'vitest';
import { fromEnvironment, toEnvironment } from '../../../src/protocol/environment.ts';

const PLACE = { socket: '/t/agent.sock', folder: '/t', spool: '/t/spool', session: 'tgc-1' };

test('what an environment is given is what it tells', () => {
  expect(toEnvironment(PLACE)).toEqual({
    TOPO_GC_SOCKET: '/t/agent.sock',
    TOPO_GC_DIR: '/t',
    TOPO_GC_SPOOL: '/t/spool',
    TOPO_GC_SESSION: 'tgc-1',
  });
  expect(fromEnvironment({ ...toEnvironment(PLACE), PATH: '/bin' })).toEqual(PLACE);
});

test('an empty variable tells nothing', () => {
  expect(fromEnvironment({ TOPO_GC_SOCKET: '', TOPO_GC_DIR: '/t' })).toEqual({ folder: '/t' });
});
