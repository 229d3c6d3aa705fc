import { describe, expect, test } from 'vitest';
import { hostMoment } from '../../../../src/domain/moment.ts';
import {
  type ResolvedMember,
  refusedByProtection,
  SESSION_LABEL,
} from '../../../../src/domain/protection/protection.ts';
import { memberKey } from '../../../../src/domain/topology/topology.ts';

const RULES = {
  session: 's1',
  startedAt: '2026-11-24T10:00:00.500Z',
  guarded: { containers: [], networks: [] },
  host: { began: hostMoment(Date.parse('2026-11-24T10:00:00.500Z')), ownFolders: ['/run/agent'] },
};

/** A container that is younger than the session, unless said otherwise. */
const resolved = (rest: Partial<ResolvedMember>): ResolvedMember => ({
  kind: 'container',
  id: 'c'.repeat(64),
  name: 'web',
  createdAt: '2026-11-24T10:00:01Z',
  labels: {},
  ref: 'web',
  field: 'containers[0]',
  ...rest,
});

const why = (member: ResolvedMember, rules: Parameters<typeof refusedByProtection>[1] = RULES) =>
  refusedByProtection([member], rules)[0]?.fault.detail;

describe('what is somebody else’s is refused, however young it is', () => {
  test.each([
    [
      'of another session, by its label',
      { labels: { [SESSION_LABEL]: 's2' } },
      'container web carries topo-gc.session=s2, the label of another session',
    ],
    [
      'the reaper of Testcontainers',
      { labels: { 'org.testcontainers.ryuk': 'true' } },
      'container web is the reaper of Testcontainers, which ends by itself',
    ],
    [
      'a builder of BuildKit',
      { name: 'buildx_buildkit_default0' },
      'container buildx_buildkit_default0 is a builder of BuildKit',
    ],
    [
      'the state of one',
      { kind: 'volume', name: 'buildx_buildkit_default0_state' },
      'volume buildx_buildkit_default0_state is a builder of BuildKit',
    ],
  ] as const)('%s', (_, rest, detail) => {
    expect(why(resolved(rest))).toBe(detail);
  });

  test('what another agent holds', () => {
    const member = resolved({});
    const held = new Map([[memberKey(member), 's2']]);
    expect(why(member, { ...RULES, held })).toBe('container web is held by another agent, of the session s2');
    expect(why(resolved({ id: 'd'.repeat(64) }), { ...RULES, held })).toBeUndefined();
  });
});

test('what only looks like it is not', () => {
  for (const rest of [
    { labels: { 'org.testcontainers.ryuk': 'false' } },
    { labels: { 'org.testcontainers': 'true' } },
    { name: 'my_buildx_buildkit_test' },
  ])
    expect(why(resolved(rest))).toBeUndefined();
});

describe('the engine tells the time of a volume in whole seconds, rounded down', () => {
  test.each([
    ['in the second in which the session began, and there before', ['data'], '2026-11-24T10:00:00Z', false],
    ['in that second, and not there before', ['other'], '2026-11-24T10:00:00Z', true],
    ['in that second, and nobody knows what was there', undefined, '2026-11-24T10:00:00Z', false],
    ['in the second before', ['other'], '2026-11-24T09:59:59Z', false],
    ['in the second behind it', undefined, '2026-11-24T10:00:01Z', true],
    ['under the name of one that was there, a second later', ['data'], '2026-11-24T10:00:01Z', true],
  ])('created %s', (_, volumes, createdAt, isOwn) => {
    const rules = { ...RULES, guarded: { containers: [], networks: [], ...(volumes && { volumes }) } };
    expect(why(resolved({ kind: 'volume', name: 'data', createdAt }), rules) === undefined).toBe(isOwn);
  });
});

describe('where that time moves with what is written, the name tells', () => {
  const volume = resolved({
    kind: 'volume',
    name: 'data',
    createdAt: '2020-01-01T00:00:00Z',
    createdAtMoves: true,
  });
  test.each([
    ['there before the session', ['data'], false],
    ['not there before', ['other'], true],
  ])('%s', (_, volumes, isOwn) => {
    const rules = { ...RULES, guarded: { containers: [], networks: [], volumes } };
    expect(why(volume, rules) === undefined).toBe(isOwn);
  });
});
