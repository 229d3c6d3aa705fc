import { expect, test } from 'vitest';
import { attachments, planRemoval } from '../../../src/domain/removal-plan.ts';
import type { Member } from '../../../src/domain/topology.ts';
import { madeMember, madeTopology } from '../../fakes/made-topology.ts';

const network = madeMember('net', { kind: 'network' });
const attached = (name: string, rest: Partial<Member> = {}) =>
  madeMember(name, { networks: [network.id], ...rest });
const names = (members: readonly Member[] | undefined) => members?.map(({ name }) => name);

test('a network goes after the containers that are attached to it, whichever topology they are of', () => {
  const [one, two] = [
    madeTopology('one', [attached('a'), madeMember('alone'), network]),
    madeTopology('two', [attached('b'), attached('c', { networks: ['another', network.id] })]),
  ];
  const plan = planRemoval(one, attachments([one, two]));
  expect(names(plan.containers)).toEqual(['a', 'alone']);
  expect(plan.networks.map(({ member }) => member)).toEqual([network]);
  expect(names(plan.networks[0]?.after)).toEqual(['a', 'b', 'c']);
});

test('a network to which nothing is attached waits for nothing', () => {
  const topology = madeTopology('one', [madeMember('a'), network]);
  expect(planRemoval(topology, attachments([topology])).networks).toEqual([{ member: network, after: [] }]);
});

test('what is done is not planned again, and nothing waits for it', () => {
  const topology = madeTopology('one', [
    attached('gone', { state: 'removed' }),
    attached('typo', { state: 'absent' }),
    attached('failed', { state: 'failed' }),
    network,
    madeMember('data', { kind: 'volume', state: 'removed' }),
    madeMember('cache', { kind: 'volume' }),
  ]);
  const plan = planRemoval(topology, attachments([topology]));
  expect(names(plan.containers)).toEqual(['failed']);
  expect(names(plan.networks[0]?.after)).toEqual(['failed']);
  expect(names(plan.volumes)).toEqual(['cache']);
});
