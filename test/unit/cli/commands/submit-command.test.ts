import { expect, test } from 'vitest';
import { describeSubmitted } from '../../../../src/cli/commands/submit-command.ts';
import type { Member, TopologyId } from '../../../../src/domain/topology/topology.ts';

const member = (kind: 'container' | 'volume', rest: Partial<Member>) =>
  ({ kind, id: kind, name: kind, submittedAt: 0, state: 'removed', ...rest }) as Member;

test('a member that is left to others is named with its reason, and does not count as removed', () => {
  const answer = {
    id: 'lab' as TopologyId,
    name: 'lab',
    state: 'removed',
    submittedAt: 0,
    metadata: {},
    members: [member('container', {}), member('volume', { error: 'in use (held by db)' })],
  } as const;
  expect(describeSubmitted(answer)).toBe(
    'lab: 1 container removed\n  volume volume is left: in use (held by db)',
  );
});
