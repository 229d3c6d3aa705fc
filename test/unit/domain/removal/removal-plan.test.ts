import { describe, expect, test } from 'vitest';
import {
  goneBefore,
  holding,
  idleBatch,
  KINDS_IN_PHASES,
  planRemoval,
  type RemovalPlan,
  withoutWaiting,
} from '../../../../src/domain/removal/removal-plan.ts';
import type { Member } from '../../../../src/domain/topology/topology.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';

const network = madeMember('net', { kind: 'network' });
const attached = (name: string, rest: Partial<Member> = {}) =>
  madeMember(name, { networks: [network.id], ...rest });
const names = (plan: RemovalPlan) => plan.map(({ member }) => member.name);
const holders = (plan: RemovalPlan) =>
  plan.find(({ member }) => member.kind === 'network')?.holders.map(({ name }) => name);

test('a network goes after the containers that are attached to it, whichever topology they are of', () => {
  const [one, two] = [
    madeTopology('one', [attached('a'), madeMember('alone'), network]),
    madeTopology('two', [attached('b'), attached('c', { networks: ['another', network.id] })]),
  ];
  const plan = planRemoval(one, holding([one, two]));
  expect(names(plan)).toEqual(['a', 'alone', 'net']);
  expect(holders(plan)).toEqual(['a', 'b', 'c']);
});

test('a network to which nothing is attached waits for nothing', () => {
  const topology = madeTopology('one', [network, madeMember('a')]);
  const plan = planRemoval(topology, holding([topology]));
  expect(plan.at(-1)).toEqual({ member: network, holders: [] });
  expect(goneBefore('network')).toEqual([]);
});

test('no kind is before one that it goes after, and all but networks wait until those are gone', () => {
  expect(KINDS_IN_PHASES).toEqual([
    ...['container', 'service', 'network', 'volume', 'config', 'secret', 'netns', 'path', 'image'],
  ]);
  for (const kind of ['volume', 'path', 'image'] as const)
    expect(goneBefore(kind)).toEqual(['container', 'service']);
  expect(goneBefore('netns')).toEqual(['container']);
  for (const kind of ['config', 'secret'] as const) expect(goneBefore(kind)).toEqual(['service']);
  expect(goneBefore('container')).toEqual([]);
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
  const plan = planRemoval(topology, holding([topology]));
  expect(names(plan)).toEqual(['failed', 'net', 'cache']);
  expect(holders(plan)).toEqual(['failed']);
});

describe('what can go without waiting', () => {
  const stopped = { state: 'stopped', stoppedAt: 5 } as const;
  const volume = madeMember('data', { kind: 'volume' });

  const ready = (members: readonly Member[]) => {
    const topology = madeTopology('one', members);
    return names(withoutWaiting(planRemoval(topology, holding([topology]))));
  };

  test('is the containers that have stopped, and what they alone hold', () => {
    const members = [attached('a', stopped), attached('b', stopped), network, volume];
    expect(ready(members)).toEqual(['a', 'b', 'net', 'data']);
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

  test('is no image, as images go one after the other and last', () => {
    const left = { state: 'stopped' } as const;
    const members = [
      madeMember('a', { kind: 'image', ...left }),
      madeMember('lab1', { kind: 'netns', ...left }),
    ];
    expect(ready(members)).toEqual(['lab1']);
  });

  test('and a batch is the oldest of those that have some of it', () => {
    const labs = ['1', '2', '3', '4', '5', '6'].map((name) =>
      madeTopology(name, [madeMember(`a${name}`, name === '2' ? { state: 'stopping' } : stopped)]),
    );
    expect(idleBatch(labs).map(({ id }) => id)).toEqual(['1', '3', '4', '5']);
  });
});
