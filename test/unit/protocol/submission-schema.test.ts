import { describe, expect, test } from 'vitest';
import { type Fault, TopoGcError } from '../../../src/domain/errors.ts';
import { readSubmission } from '../../../src/protocol/submission-schema.ts';

const KNOWN =
  'is unknown; known are id, name, containers, networks, volumes, services, configs, secrets, selectors, stacks, netns, paths, stopTimeout, metadata, engine';

function errorOf(json: unknown): TopoGcError {
  try {
    readSubmission(json);
  } catch (error) {
    if (error instanceof TopoGcError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

const faultsOf = (json: unknown): readonly Fault[] => errorOf(json).faults;

describe('a field that is not of its form is named, with what it takes', () => {
  test.each([
    [{ containers: 'a' }, 'containers', /^takes a list of names, ids/],
    [{ containers: [7] }, 'containers[0]', /^takes a list of names, ids/],
    [{ containers: ['a', { id: 'b', name: 'c' }] }, 'containers[1]', /^takes a list of names, ids/],
    [{ containers: [{}] }, 'containers[0]', /^takes a list of names, ids/],
    [
      { containers: [{ id: 'a', shared: true }] },
      expect.stringContaining('containers[0]'),
      /^takes a list of names, ids/,
    ],
    [
      { networks: [{ name: 'a', shared: 'yes' }] },
      'networks[0]',
      /and "shared": true where others may use it$/,
    ],
    [{ volumes: [null] }, 'volumes[0]', /^takes a list of names/],
    [{ containers: ['a'], id: 7 }, 'id', /^takes a text$/],
    [{ containers: ['a'], name: null }, 'name', /^takes a text$/],
    [{ containers: ['a'], name: '\ud800' }, 'name', /^takes a text$/],
    [{ containers: ['a'], name: 'x'.repeat(4097) }, 'name', /^takes a text$/],
    [{ containers: ['a'], stopTimeout: 2 }, 'stopTimeout', /^takes a text$/],
    [{ containers: ['a'], metadata: { runs: 2 } }, 'metadata.runs', /^takes an object of texts$/],
    [{ containers: ['a'], metadata: 'x' }, 'metadata', /^takes an object of texts$/],
    [{ netns: [7] }, 'netns[0]', /^takes a list of names of links in \/var\/run\/netns/],
    [{ paths: '/tmp/topology/x' }, 'paths', /^takes a list of absolute paths/],
    [
      { paths: [{ name: '/tmp/topology/x', shared: true }] },
      expect.stringContaining('paths[0]'),
      /^takes a list of absolute paths/,
    ],
    [{ selectors: 'label=a=b' }, 'selectors', /^takes a list, each of which takes exactly "label=KEY=VALUE"/],
    [{ selectors: [{ label: 'a=b', kinds: [] }] }, expect.stringContaining('selectors[0]'), /^takes a list/],
    [
      { selectors: [{ label: 'a=b', kinds: ['image'] }] },
      expect.stringContaining('selectors[0]'),
      /"kinds": \[of "container", "network", "volume", "service", "config", "secret"\]/,
    ],
    [{ selectors: [{ label: 'a=b', kind: 'network' }] }, expect.stringContaining('selectors[0]'), /^takes/],
  ])('%j', (json, field, detail) => {
    expect(faultsOf(json)).toEqual([
      expect.objectContaining({ field, detail: expect.stringMatching(detail) }),
    ]);
  });
});

describe('an unknown field is refused, as it would be overlooked', () => {
  test.each(['container', 'Containers', 'ID', 'labels', 'owner', 'submittedAt', 'constructor', 'toString'])(
    '%s',
    (field) => {
      expect(faultsOf({ containers: ['a'], [field]: ['b'] })).toEqual([{ field, detail: KNOWN }]);
    },
  );

  test('__proto__', () => {
    expect(faultsOf(JSON.parse('{"containers": ["a"], "__proto__": {"name": "x"}}'))).toEqual([
      { field: '__proto__', detail: KNOWN },
    ]);
  });
});

test('several faults are told at once', () => {
  const json = { containers: [7], networks: 'x', colour: 'red', selectors: ['label=a=b'] };
  expect(faultsOf(json).map(({ field }) => field)).toEqual(['containers[0]', 'networks', 'colour']);
});

test('what the domain finds is told in the same way', () => {
  const json = { id: 'a b', containers: ['a', ''], selectors: ['name=x'], stopTimeout: 'soon' };
  const error = errorOf(json);
  expect(error.code).toBe('invalid-submission');
  expect(error.faults.map(({ field }) => field)).toEqual([
    'id',
    'stopTimeout',
    'selectors[0]',
    'containers[1]',
  ]);
});

test('links and paths are members too, and alone are enough', () => {
  const json = { netns: ['48213', { name: 'sw1' }], paths: ['/tmp/topology/x', { id: '/tmp/topology/y' }] };
  expect(readSubmission(json).members).toEqual([
    { kind: 'netns', ref: '48213', field: 'netns[0]', shared: false },
    { kind: 'netns', ref: 'sw1', field: 'netns[1]', shared: false },
    { kind: 'path', ref: '/tmp/topology/x', field: 'paths[0]', shared: false },
    { kind: 'path', ref: '/tmp/topology/y', field: 'paths[1]', shared: false },
  ]);
  expect(readSubmission({ containers: ['a'], netns: [], paths: [] }).members).toHaveLength(1);
});

test('a container may be named as docker inspect writes it', () => {
  expect(readSubmission({ containers: ['/web'], volumes: ['/web'] }).members.map(({ ref }) => ref)).toEqual([
    'web',
    '/web',
  ]);
});

test('metadata is kept as it is', () => {
  const metadata = { suite: 'vlan', '': 'empty', 'a b': '🦆' };
  expect(readSubmission({ containers: ['a'], metadata }).metadata).toEqual(metadata);
});
