import { expect, test } from 'vitest';
import {
  type ContainerMount,
  firstBelow,
  firstBelowAnonymous,
  isAnonymous,
  mountsBelow,
} from '../../../../src/domain/kinds/mount-below.ts';

const volume = (name: string, destination: string): ContainerMount => ({
  type: 'volume',
  name,
  source: `/volumes/${name}/_data`,
  destination,
  propagation: '',
});

const bind = (source: string, destination: string, propagation = 'rprivate'): ContainerMount => ({
  type: 'bind',
  source,
  destination,
  propagation,
});

test('what is private, or below no volume, does not come to the host', () => {
  expect(mountsBelow([volume('data', '/m'), bind('/host', '/m/p')])).toEqual([]);
  expect(mountsBelow([volume('data', '/m'), bind('/host', '/m/p', 'rslave')])).toEqual([]);
  expect(mountsBelow([volume('data', '/m'), bind('/host', '/mp', 'shared')])).toEqual([]);
});

test('one shared mount brings all that is below a volume to the host, volumes too', () => {
  expect(mountsBelow([volume('data', '/m'), bind('/host', '/m/p', 'rshared')])).toEqual([
    { volume: 'data', path: 'p', source: '/host' },
  ]);
  expect(
    mountsBelow([
      volume('data', '/m'),
      volume('inner', '/m/i'),
      bind('/host', '/m/i/p'),
      bind('/y', '/y', 'shared'),
    ]),
  ).toEqual([
    { volume: 'data', path: 'i', source: '/volumes/inner/_data' },
    { volume: 'data', path: 'i/p', source: '/host' },
    { volume: 'inner', path: 'p', source: '/host' },
  ]);
});

test('a mount of the host is found at or below a volume, not beside it, and not where its driver mounts it', () => {
  const name = 'a'.repeat(64);
  const mounted = ['/', '/volumes', '/volumes/data/_data2/p', `/volumes/${name}/_data/p`];
  const place = { mountpoint: '/volumes/data/_data', isMount: false };
  const at = [...mounted, place.mountpoint];
  expect(firstBelow(place, mounted)).toBeUndefined();
  expect(firstBelow(place, at)).toBe(place.mountpoint);
  expect(firstBelow({ ...place, isMount: true }, at)).toBeUndefined();
  expect(firstBelow({ ...place, isMount: true }, [...at, '/volumes/data/_data/p'])).toBe(
    '/volumes/data/_data/p',
  );
  expect(firstBelowAnonymous(name, mounted)).toBe(`/volumes/${name}/_data/p`);
  expect(firstBelowAnonymous(name, [`/volumes/${name}/_data`])).toBe(`/volumes/${name}/_data`);
  expect(isAnonymous(name)).toBe(true);
  expect(isAnonymous('data')).toBe(false);
});
