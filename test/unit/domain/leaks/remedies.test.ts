import { expect, test } from 'vitest';
import { LEAK_CAUSES } from '../../../../src/domain/leaks/leak-cause.ts';
import { remedyFor } from '../../../../src/domain/leaks/remedies.ts';

test.each([
  ['still-leased', /Hand over before the job ends/],
  ['out-of-time', /drain-timeout/],
  ['engine-unreachable', /drain-timeout/],
  ['in-use', /docker network inspect/],
  ['busy', /findmnt/],
  ['labelled', /background/],
  ['shown-after-removal', /restart the daemon/],
  ['unused-image', /docker image rm/],
  ['denied', /sudo -n/],
  ['mounted', /findmnt/],
  ['failed', /topo-gc sweep/],
] as const)('%s: what to do', (cause, remedy) => {
  expect(remedyFor({ cause })).toMatch(remedy);
});

test.each(LEAK_CAUSES)('%s: something can be done', (cause) => {
  expect(remedyFor({ cause })).toMatch(/^[A-Z].+\.$/);
});
