import { describe, expect, test } from 'vitest';
import { hostMoment } from '../../../../src/domain/moment.ts';
import {
  type ResolvedMember,
  refusedByProtection,
  SESSION_LABEL,
} from '../../../../src/domain/protection/protection.ts';

const JOB_ID = 'a'.repeat(64);

const RULES = {
  session: 's1',
  startedAt: '2026-11-24T10:00:00.500Z',
  guarded: { containers: [JOB_ID, 'postgres_job_1'], networks: ['github_network_4f2a', 'b'.repeat(12)] },
  host: { began: hostMoment(Date.parse('2026-11-24T10:00:00.500Z')), ownFolders: ['/run/agent'] },
};

/** A container of the session, unless said otherwise. */
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

const why = (member: ResolvedMember): string | undefined =>
  refusedByProtection([member], RULES)[0]?.fault.detail;

describe('what is the session’s own may go', () => {
  test.each([
    ['created after the session began', {}],
    ['created at that very moment', { createdAt: '2026-11-24T10:00:00.5Z' }],
    ['written in another time zone', { createdAt: '2026-11-24T12:00:01+02:00' }],
    ['with the fractions of the engine', { createdAt: '2026-11-24T10:00:00.500000001Z' }],
    [
      'older, but with the label of the session',
      { createdAt: '2020-01-01T00:00:00Z', labels: { [SESSION_LABEL]: 's1' } },
    ],
    ['a network', { kind: 'network', name: 'shop_default' }],
    ['a volume that is called like a predefined network', { kind: 'volume', name: 'host' }],
    ['a container that is called like the job’s network', { name: 'github_network_4f2a' }],
  ] as const)('%s', (_, rest) => {
    expect(why(resolved(rest))).toBeUndefined();
  });
});

describe('what is older than the session is somebody else’s', () => {
  test.each([
    [
      'a container',
      { createdAt: '2026-11-24T10:00:00.499Z' },
      /^container web was created at .*499Z, before the session/,
    ],
    [
      'a volume',
      { kind: 'volume', name: 'data', createdAt: '2026-11-23T10:00:00Z' },
      /^volume data was created/,
    ],
    [
      'with the label of another session',
      { createdAt: '2020-01-01T00:00:00Z', labels: { [SESSION_LABEL]: 's2' } },
      /topo-gc\.session=/,
    ],
    ['of a time that makes no sense', { createdAt: 'yesterday' }, /was created at yesterday/],
  ] as const)('%s', (_, rest, words) => {
    expect(why(resolved(rest))).toMatch(words);
  });

  test('of an unknown time', () => {
    const { createdAt: _, ...member } = resolved({ kind: 'volume' });
    expect(why(member)).toMatch(/an unknown time/);
  });
});

describe('the runner’s own is never removed, whatever label it carries and however young it is', () => {
  const labels = { [SESSION_LABEL]: 's1' };
  test.each([
    ['the job’s container by id', { id: JOB_ID }, /job's own container or one of its service containers/],
    ['a service container by name', { name: 'postgres_job_1' }, /service containers/],
    [
      'the job’s network by name',
      { kind: 'network', name: 'github_network_4f2a' },
      /is the job's own network/,
    ],
    [
      'the job’s network by the beginning of its id',
      { kind: 'network', id: 'b'.repeat(64) },
      /job's own network/,
    ],
    ...['bridge', 'host', 'none', 'ingress', 'docker_gwbridge'].map(
      (name) => [`the network ${name}`, { kind: 'network', name }, /is a predefined network/] as const,
    ),
  ] as const)('%s', (_, rest, words) => {
    expect(why(resolved({ ...rest, labels }))).toMatch(words);
  });

  test('too short a beginning of an id means nothing', () => {
    const rules = { ...RULES, guarded: { containers: ['cccc'], networks: [] } };
    expect(refusedByProtection([resolved({})], rules)).toEqual([]);
  });
});

test('what carries the label of the runner is the runner’s, whenever it was made', () => {
  const rules = { ...RULES, guarded: { containers: [], networks: [], labels: ['4f2a1b'] } };
  for (const kind of ['container', 'network'] as const) {
    const [refused] = refusedByProtection([resolved({ kind, labels: { '4f2a1b': '' } })], rules);
    expect(refused?.fault.detail).toBe(`${kind} web carries 4f2a1b, the label of what the runner makes`);
    expect(refusedByProtection([resolved({ kind, labels: { other: '4f2a1b' } })], rules)).toEqual([]);
  }
});

test('each member that is refused has a fault of its own, by the field and the words of the client', () => {
  const refusals = refusedByProtection(
    [
      resolved({ ref: 'web', field: 'containers[0]' }),
      resolved({ createdAt: '2020-01-01T00:00:00Z', ref: 'cccccccccccc', field: 'containers[1]' }),
      resolved({ kind: 'network', name: 'bridge', ref: 'bridge', field: 'networks[0]' }),
    ],
    RULES,
  );
  expect(refusals.map(({ fault }) => fault)).toEqual([
    { field: 'containers[1]', value: 'cccccccccccc', detail: expect.stringMatching(/before the session/) },
    { field: 'networks[0]', value: 'bridge', detail: 'network bridge is a predefined network' },
  ]);
});

test('a refusal names its very member: another one of the same name is not refused with it', () => {
  const networks = [
    resolved({ kind: 'network', name: 'shop', id: 'old', createdAt: '2020-01-01T00:00:00Z' }),
  ];
  const own = resolved({ kind: 'network', name: 'shop', id: 'new' });
  const refused = refusedByProtection([...networks, own], RULES);
  expect(refused.map(({ member }) => member.id)).toEqual(['old']);
});

test('what is refused only because it would be made anew has its owner, and what is foreign has none', () => {
  const labels = { 'com.docker.swarm.task.id': 't', 'com.docker.swarm.service.name': 'web' };
  const [task, older] = refusedByProtection(
    [resolved({ labels }), resolved({ labels, createdAt: '2020-01-01T00:00:00Z' })],
    RULES,
  );
  expect(task?.owner).toMatch(/task of service web/);
  expect(older?.owner).toBeUndefined();
});
