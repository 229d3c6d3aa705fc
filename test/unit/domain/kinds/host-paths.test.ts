import { describe, expect, test } from 'vitest';
import {
  type Ancestor,
  isPlainPath,
  overlap,
  parsePathRoots,
  rootOf,
  whyNoWay,
  whyOutside,
} from '../../../../src/domain/kinds/host-paths.ts';

describe('a path is written in one way only', () => {
  test.each(['/tmp/topology/docker/sw1', '/a', '/tmp/topology/…', '/a/..b/.c', '/with space/new\nline'])(
    '%j',
    (path) => {
      expect(isPlainPath(path)).toBe(true);
    },
  );

  test.each([
    '',
    '/',
    '//',
    'tmp',
    './tmp',
    '/tmp/',
    '/tmp//x',
    '/tmp/./x',
    '/tmp/../x',
    '/..',
    '/tmp/x\0y',
    ' /tmp',
  ])('not as %j', (path) => {
    expect(isPlainPath(path)).toBe(false);
    expect(whyOutside(path, ['/tmp'])).toMatch(/^is no absolute path/);
  });
});

describe('path-roots', () => {
  test.each([
    ['/tmp/topology', ['/tmp/topology']],
    ['/srv/a\n/srv/b', ['/srv/a', '/srv/b']],
    ['\n  /srv/a  \r\n\n/srv/b\n', ['/srv/a', '/srv/b']],
  ])('%j', (text, roots) => {
    expect(parsePathRoots(text)).toEqual(roots);
  });

  test.each(['', '\n', '/', 'srv', '/srv\n/', '/srv\n../x', '/srv/ /x/'])('not %j', (text) => {
    expect(parsePathRoots(text)).toBeUndefined();
  });
});

describe('only what is strictly below a root may go', () => {
  const roots = ['/tmp/topology', '/srv/lab', '/srv/lab/inner'];

  test.each(['/tmp/topology/x', '/tmp/topology/docker/sw1', '/srv/lab/x', '/srv/lab/inner/x'])(
    '%s',
    (path) => {
      expect(whyOutside(path, roots)).toBeUndefined();
    },
  );

  test.each([
    ['/tmp/topology', 'is one of the path-roots itself'],
    ['/srv/lab/inner', 'is one of the path-roots itself'],
    ['/tmp', 'holds /tmp/topology, one of the path-roots'],
    ['/srv', 'holds /srv/lab, one of the path-roots'],
    ['/tmp/topology-of-others', 'is not below /tmp/topology or /srv/lab or /srv/lab/inner (path-roots)'],
    ['/etc/passwd', 'is not below /tmp/topology or /srv/lab or /srv/lab/inner (path-roots)'],
  ])('%s %s', (path, why) => {
    expect(whyOutside(path, roots)).toBe(why);
  });

  test('the innermost root counts', () => {
    expect(rootOf('/srv/lab/inner/x', roots)).toBe('/srv/lab/inner');
    expect(rootOf('/srv/lab/x', roots)).toBe('/srv/lab');
    expect(rootOf('/srv', roots)).toBeUndefined();
  });
});

test('paths overlap where one is, or is below, the other', () => {
  expect(overlap('/a/b', '/a/b')).toBe(true);
  expect(overlap('/a', '/a/b/c')).toBe(true);
  expect(overlap('/a/b/c', '/a')).toBe(true);
  expect(overlap('/a/b', '/a/bc')).toBe(false);
});

describe('the way to a path', () => {
  const OWNERS = [0, 1000];
  const ancestor = (rest: Partial<Ancestor>): Ancestor => ({
    path: '/tmp/topology',
    isLink: false,
    owner: 0,
    mode: 0o755,
    isAboveRoot: false,
    ...rest,
  });

  test.each([
    ['of root', {}],
    ['of who runs the agent', { owner: 1000, mode: 0o700 }],
    ['sticky, and writable by nobody else', { mode: 0o1755 }],
    ['with its group’s id, and readable by all', { mode: 0o2755 }],
    ['above the root, sticky', { isAboveRoot: true, mode: 0o1777, path: '/tmp' }],
  ])('may lead over a folder %s', (_, rest) => {
    expect(whyNoWay(ancestor(rest), OWNERS)).toBeUndefined();
  });

  test.each([
    ['a link', { isLink: true, mode: 0o777 }, '/tmp/topology, on the way to it, is a symbolic link'],
    ['a link above the root', { isLink: true, isAboveRoot: true }, /is a symbolic link$/],
    [
      'a folder of somebody else',
      { owner: 1001 },
      '/tmp/topology, on the way to it, belongs to another user (uid 1001)',
    ],
    ['a folder of somebody else above the root', { owner: 65_534, isAboveRoot: true }, /uid 65534/],
    [
      'what the world may write',
      { mode: 0o757 },
      'others may write /tmp/topology, on the way to it (mode 0757)',
    ],
    ['what the group may write', { mode: 0o775 }, /mode 0775/],
    ['what the world may write, sticky', { mode: 0o1777 }, /mode 1777/],
    ['what the world may write above the root', { mode: 0o777, isAboveRoot: true }, /mode 0777/],
    [
      'a sticky folder of somebody else above the root',
      { owner: 7, mode: 0o1777, isAboveRoot: true },
      /uid 7/,
    ],
  ])('does not lead over %s', (_, rest, why) => {
    expect(whyNoWay(ancestor(rest), OWNERS)).toEqual(
      typeof why === 'string' ? why : expect.stringMatching(why),
    );
  });
});
