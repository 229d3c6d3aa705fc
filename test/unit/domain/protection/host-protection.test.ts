import { expect, test } from 'vitest';
import { hostMoment } from '../../../../src/domain/moment.ts';
import { whyHostProtected } from '../../../../src/domain/protection/protection.ts';
import { type MemberFacts, memberKey } from '../../../../src/domain/topology/topology.ts';

const BEGAN = '2026-11-24T10:00:00.500Z';
const RULES = {
  began: hostMoment(Date.parse(BEGAN), Date.parse(BEGAN)),
  ownFolders: ['/tmp/topology/agent'],
};

const path = (id: string, createdAt?: string): MemberFacts => ({
  kind: 'path',
  id,
  name: id,
  ...(createdAt !== undefined && { createdAt }),
});

const SOON = '2026-11-24T10:00:01.000Z';
const held = new Map([[memberKey({ kind: 'path', id: '/tmp/topology/theirs' }), 'other']]);

test('what was made since the session began may go', () => {
  expect(whyHostProtected(path('/tmp/topology/x', SOON), RULES, new Map())).toBeUndefined();
  expect(whyHostProtected(path('/tmp/topology/x', BEGAN), RULES, new Map())).toBeUndefined();
});

test('a path that is older than the session is somebody else’s', () => {
  const older = path('/tmp/topology/x', '2026-11-24T10:00:00.499Z');
  expect(whyHostProtected(older, RULES, new Map())).toMatch(/^was made at .*499Z, before the session began/);
  expect(whyHostProtected(path('/tmp/topology/x'), RULES, new Map())).toMatch(/an unknown time/);
});

test('a path whose time moves with what is written to it may be older, however young it looks', () => {
  const written = { ...path('/tmp/topology/x', SOON), createdAtMoves: true };
  expect(whyHostProtected(written, RULES, new Map())).toMatch(/may be older than the session/);
});

test('a path that was made while the clocks can not tell is somebody else’s', () => {
  const rules = { ...RULES, began: hostMoment(Date.parse(BEGAN), Date.parse(BEGAN) + 5) };
  const close = path('/tmp/topology/x', '2026-11-24T10:00:00.503Z');
  expect(whyHostProtected(close, rules, new Map())).toMatch(/may be older than the session/);
});

test('a link may be older than the session', () => {
  const link: MemberFacts = { kind: 'netns', id: '1', name: '1', createdAt: '2020-01-01T00:00:00Z' };
  expect(whyHostProtected(link, RULES, new Map())).toBeUndefined();
  const key = memberKey(link);
  expect(whyHostProtected(link, RULES, new Map([[key, 'other']]))).toMatch(/^is held by another agent/);
});

test.each(['/tmp/topology/theirs', '/tmp/topology/theirs/below', '/tmp/topology', '/tmp'])(
  'what another agent holds is not touched from above or below: %s',
  (id) => {
    expect(whyHostProtected(path(id, SOON), RULES, held)).toBe(
      'is held by another agent, of the session other',
    );
  },
);

test('what is beside it may go', () => {
  expect(whyHostProtected(path('/tmp/topology/theirs-not', SOON), RULES, held)).toBeUndefined();
});

test.each(['/tmp/topology/agent', '/tmp/topology/agent/spool', '/tmp/topology'])(
  'the agent’s own folders are nobody’s leftovers: %s',
  (id) => {
    expect(whyHostProtected(path(id, SOON), RULES, new Map())).toMatch(/a folder of the agent's own$/);
  },
);
