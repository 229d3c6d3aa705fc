import { describe, expect, test } from 'vitest';
import { type Fault, TopoGcError } from '../../../src/domain/errors.ts';
import { INPUT_NAMES, parseSettings, withDefaults } from '../../../src/domain/settings.ts';

function faultsOf(raw: Record<string, string>): readonly Fault[] {
  try {
    parseSettings(raw);
  } catch (error) {
    if (error instanceof TopoGcError && error.code === 'invalid-input') return error.faults;
    throw error;
  }
  return [];
}

test('nothing given is the defaults of the contract', () => {
  expect(parseSettings({})).toEqual({
    limits: {
      disk: { kind: 'free', bytes: 4 * 2 ** 30 },
      memory: { kind: 'used', percent: 85 },
      cpu: { kind: 'off' },
      containers: { kind: 'count', count: 100 },
      networks: { kind: 'count', count: 24 },
      age: { kind: 'off' },
      idle: { kind: 'percent', percent: 50 },
    },
    reclaim: 'all',
    looksAhead: true,
    pollIntervalMs: 2000,
    deafContainers: 'kill',
    concurrency: 8,
    drainTimeoutMs: 240_000,
    onLeak: 'fail',
    strays: 'report',
    sweepLabels: [],
    protect: true,
    pathRoots: ['/tmp/topology'],
    engines: new Map(),
    swarmNodes: { kind: 'none' },
    removeImages: 'never',
    saveLogs: false,
    summary: true,
  });
});

test('what is empty or blank is the default, as an input that was not given is an empty text', () => {
  const empty = Object.fromEntries(INPUT_NAMES.map((name, at) => [name, at % 2 === 0 ? '' : '  ']));
  expect(parseSettings(empty)).toEqual(parseSettings({}));
  expect(withDefaults(empty)).toEqual(withDefaults({}));
});

describe('good forms', () => {
  test.each([
    ['disk-threshold', '90%', { limits: { disk: { kind: 'used', percent: 90 } } }],
    ['disk-threshold', '90% used', { limits: { disk: { kind: 'used', percent: 90 } } }],
    ['disk-threshold', '10GB free', { limits: { disk: { kind: 'free', bytes: 10e9 } } }],
    ['disk-threshold', 'off', { limits: { disk: { kind: 'off' } } }],
    ['memory-threshold', '512MiB free', { limits: { memory: { kind: 'free', bytes: 512 * 2 ** 20 } } }],
    ['memory-threshold', '70%', { limits: { memory: { kind: 'used', percent: 70 } } }],
    ['cpu-threshold', '80%', { limits: { cpu: { kind: 'percent', percent: 80 } } }],
    ['idle-collect', '12.5 %', { limits: { idle: { kind: 'percent', percent: 12.5 } } }],
    ['container-threshold', '8', { limits: { containers: { kind: 'count', count: 8 } } }],
    ['container-threshold', 'off', { limits: { containers: { kind: 'off' } } }],
    ['network-threshold', ' 30 ', { limits: { networks: { kind: 'count', count: 30 } } }],
    ['age-threshold', '10m', { limits: { age: { kind: 'duration', ms: 600_000 } } }],
    ['reclaim', 'enough', { reclaim: 'enough' }],
    ['remove-images', 'pulled', { removeImages: 'pulled' }],
    ['poll-interval', '100ms', { pollIntervalMs: 100 }],
    ['stop-timeout', '2s', { stopTimeoutMs: 2000 }],
    ['stop-timeout', '0s', { stopTimeoutMs: 0 }],
    ['concurrency', '4', { concurrency: 4 }],
    ['drain-timeout', '90s', { drainTimeoutMs: 90_000 }],
    ['on-leak', 'warn', { onLeak: 'warn' }],
    ['sweep-labels', 'a=b\n c=d ', { sweepLabels: ['a=b', 'c=d'] }],
    ['protect', 'False', { protect: false }],
    ['docker-host', 'unix:///run/user/1000/docker.sock', { dockerHost: 'unix:///run/user/1000/docker.sock' }],
    ['docker-host', 'tcp://127.0.0.1:2375', { dockerHost: 'tcp://127.0.0.1:2375' }],
    ['summary', 'FALSE', { summary: false }],
  ])('%s: %s', (name, text, settings) => {
    expect(parseSettings({ [name]: text })).toMatchObject(settings);
  });
});

describe('bad forms name the input, the value and what it takes', () => {
  test.each([
    ['disk-threshold', '4GiB', /takes "N%" used, "SIZE free" or "off"/],
    ['disk-threshold', '10% free', /takes "N%" used/],
    ['disk-threshold', '4GiB used', /takes "N%" used/],
    ['memory-threshold', '120%', /takes "N%" used/],
    ['container-threshold', '0', /takes a count or "off"/],
    ['network-threshold', 'many', /takes a count or "off"/],
    ['age-threshold', '10', /takes a duration from "1s" to "24h", or "off"/],
    ['age-threshold', '0s', /takes a duration from "1s" to "24h", or "off"/],
    ['reclaim', 'some', /takes "all" or "enough"/],
    ['reclaim', 'ALL', /takes "all" or "enough"/],
    ['poll-interval', '99ms', /takes a duration from "100ms" to "24h"/],
    ['stop-timeout', 'long', /takes a duration such as "2s", at most "24h", or nothing/],
    ['concurrency', '0', /takes a count or "auto"/],
    ['drain-timeout', '4s', /takes a duration from "5s" to "24h"/],
    ['on-leak', 'ignore', /takes "fail" or "warn"/],
    ['protect', 'yes', /takes "true" or "false"/],
    ['docker-host', '/var/run/docker.sock', /takes unix:\/\/PATH, tcp:\/\/HOST:PORT or ssh:\/\/USER@HOST/],
    ['summary', '1', /takes "true" or "false"/],
    ['sweep-labels', 'a=b\nshop', /takes labels KEY=VALUE, one a line/],
    ['sweep-labels', 'a=', /each with exactly one value/],
    ['remove-images', 'always', /takes "never" or "pulled"/],
    ['path-roots', 'tmp/topology', /takes absolute paths, one a line/],
    ['cpu-threshold', '80', /"N%" or "off"/],
    ['idle-collect', '101%', /"N%" or "off"/],
    ['path-roots', '/', /not "\/" itself/],
    ['path-roots', '/srv\n/tmp/../etc', /"\.\."/],
    ['path-roots', '/srv/', /no segment of them empty/],
  ])('%s: %s', (name, text, detail) => {
    expect(faultsOf({ [name]: text })).toEqual([
      { field: name, value: text, detail: expect.stringMatching(detail) },
    ]);
  });
});

test('all faults are told in one error, which says that nothing was started', () => {
  const raw = { 'disk-threshold': 'x', concurrency: '-1', 'on-leak': 'shrug', 'save-logs': 'some' };
  expect(faultsOf(raw).map(({ field }) => field)).toEqual(Object.keys(raw));
  expect(() => parseSettings(raw)).toThrow(
    /^Nothing was started.*\n {2}disk-threshold "x": takes .*\n {2}concurrency "-1"/,
  );
});
