import { describe, expect, test } from 'vitest';
import {
  isPending,
  isSameMember,
  type MEMBER_STATES,
  memberKey,
  topologyState,
} from '../../../../src/domain/topology/topology.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';

const inStates = (...states: readonly (typeof MEMBER_STATES)[number][]) =>
  madeTopology(
    'lab',
    states.map((state, at) => madeMember(`c${at}`, { state })),
  );

describe('a topology is in the state of its member that is furthest behind', () => {
  test.each([
    [['removed', 'stopped', 'stopping'], 'stopping'],
    [['removed', 'removing'], 'removing'],
    [['submitted', 'removed'], 'submitted'],
    [['removed', 'removed'], 'removed'],
    [['removed', 'failed', 'submitted'], 'failed'],
    [['absent', 'stopped'], 'stopped'],
    [['absent', 'removed'], 'removed'],
    [['absent', 'absent'], 'absent'],
    [[], 'absent'],
  ] as const)('%j is %s', (states, state) => {
    expect(topologyState(inStates(...states))).toBe(state);
  });
});

test.each([
  ['removed', false],
  ['absent', false],
  ['failed', true],
  ['submitted', true],
  ['stopping', true],
  ['stopped', true],
  ['removing', true],
] as const)('with a member that is %s, pending is %s', (state, pending) => {
  expect(isPending(inStates('removed', state))).toBe(pending);
});

test('a key tells kinds apart', () => {
  const [container, volume] = [madeMember('x'), madeMember('x', { kind: 'volume' })];
  expect(memberKey(container)).not.toBe(memberKey(volume));
});

test('a volume is the same only if it was created at the same time, as its name can be taken again', () => {
  const [earlier, later] = [{ createdAt: '2026-11-24T10:00:00Z' }, { createdAt: '2026-11-24T10:00:01Z' }];
  const volume = madeMember('data', { kind: 'volume', ...earlier });
  expect(isSameMember(volume, { ...volume })).toBe(true);
  expect(isSameMember(volume, { ...volume, ...later })).toBe(false);
  const container = madeMember('web', earlier);
  expect(isSameMember(container, { ...container, ...later })).toBe(true);
  expect(isSameMember(container, { ...container, id: 'another' })).toBe(false);
});
