import { describe, expect, test } from 'vitest';
import {
  attachments,
  idleBatch,
  planRemoval,
  withoutWaiting,
} from '../../../../src/domain/removal/removal-plan.ts';
import type { Member } from '../../../../src/domain/topology/topology.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';

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

describe('what can go without waiting', () => {
  const stopped = { state: 'stopped', stoppedAt: 5 } as const;
  const volume = madeMember('data', { kind: 'volume' });

  const ready = (members: readonly Member[]) => {
    const topology = madeTopology('one', members);
    const { networks, ...plan } = withoutWaiting(planRemoval(topology, attachments([topology])));
    const others = Object.values(plan).flat();
    return [...others, ...networks.map(({ member }) => member)].map(({ name }) => name);
  };

  test('is the containers that have stopped, and what they alone hold', () => {
    const members = [attached('a', stopped), attached('b', stopped), network, volume];
    expect(ready(members)).toEqual(['a', 'b', 'data', 'net']);
  });

  test('while one is still stopping, only the others', () => {
    expect(ready([attached('a', stopped), attached('b', { state: 'stopping' }), network, volume])).toEqual([
      'a',
    ]);
    const away = madeMember('away', { state: 'stopping' });
    expect(ready([attached('a', stopped), away, network, volume])).toEqual(['a', 'net']);
  });

  test('is nothing that has failed before, as it would be tried at each look', () => {
    const failed = { ...stopped, state: 'failed', error: 'busy' } as const;
    expect(ready([attached('a', failed), attached('b', stopped), network, volume])).toEqual(['b', 'net']);
    expect(ready([madeMember('net', { kind: 'network', ...failed })])).toEqual([]);
  });

  test('and a batch is the oldest of those that have some of it', () => {
    const labs = ['1', '2', '3', '4', '5', '6'].map((name) =>
      madeTopology(name, [madeMember(`a${name}`, name === '2' ? { state: 'stopping' } : stopped)]),
    );
    expect(idleBatch(labs).map(({ id }) => id)).toEqual(['1', '3', '4', '5']);
  });
});
