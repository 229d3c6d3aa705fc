import { expect, test } from 'vitest';
import { remedyFor } from '../../../src/domain/remedies.ts';

test.each([
  ['was still leased when the time was up', /Hand over before the job ends/],
  ['was still stopping when the time was up', /drain-timeout/],
  ['the engine did not answer in time', /drain-timeout/],
  ['error while removing network: network web id 1 has active endpoints', /docker network inspect/],
  ['volume is in use - [3f]', /docker ps/],
  ['unlinkat /var/lib/docker/x: device or resource busy', /findmnt/],
  ['carries the label a=b and was still there after the drain', /background/],
  ['the engine still shows it after its removal', /restart of the daemon/],
  [
    'came since the session began, is used by no container, and was still there after the drain',
    /docker image rm/,
  ],
  ['EACCES: permission denied', /sudo -n/],
  ['something new', /topo-gc sweep/],
])('%s: what to do', (reason, remedy) => {
  expect(remedyFor({ reason })).toMatch(remedy);
});
