import { expect, test } from 'vitest';
import { type Effort, whyLate } from '../../../../src/domain/removal/effort.ts';
import type { Member } from '../../../../src/domain/topology/topology.ts';

const MEMBER: Member = {
  kind: 'container',
  id: 'a',
  name: 'a',
  state: 'stopping',
  submittedAt: 1_000,
};
const said = 'device or resource busy';

test.each<[string, Partial<Member>, Effort]>([
  ['it was leased, and neither submitted nor given back', { state: 'leased' }, {}],
  ['it was not asked to stop yet, 20s after its submission', { state: 'submitted' }, {}],
  ['it waited 3.2s for its stop (its grace is 10s)', {}, { stop: { times: 1, since: 17_800 } }],
  [
    'it waited 15s for its stop (its grace is 10s); the engine has not answered',
    {},
    { stop: { times: 1, since: 6_000 } },
  ],
  [
    `it waited 3.2s for its stop (its grace is 10s), asked for 2 times; the engine last said: ${said}`,
    {},
    { stop: { times: 2, since: 17_800, said } },
  ],
  [
    `its removal was asked for 4 times in 12s; the engine last said: ${said}`,
    { state: 'removing' },
    { removal: { times: 4, since: 9_000, said } },
  ],
  [
    'its removal was asked for 1 time in 12s; the engine has not answered',
    { state: 'removing' },
    { removal: { times: 1, since: 9_000 } },
  ],
  ['it had stopped 5.0s before, and its removal was not asked for yet', { stoppedAt: 16_000 }, {}],
  ['it waited 20s for what has to go before it', { kind: 'network', state: 'stopped' }, {}],
])('what was late says what it was doing: %s', (words, member, effort) => {
  expect(whyLate({ ...MEMBER, ...member }, 10_000, effort, 21_000)).toBe(`the time was up: ${words}`);
});
