import { expect, test } from 'vitest';
import { engineOf } from '../../../../scripts/engine/engine-names.ts';
import { checkVersion, SuiteMovedOn, suiteFolder } from '../../../../scripts/engine/suite-folder.ts';

test('an engine is kept in the cache of the user, apart from one of other packages', () => {
  const engine = engineOf('docker-28');
  const folder = suiteFolder('docker-28', engine, { XDG_CACHE_HOME: '/c' });
  expect(folder).toMatch(/^\/c\/topo-gc\/engines\/docker-28-[0-9a-f]{8}$/);
  expect(suiteFolder('docker-28', engine, {})).toMatch(/\/\.cache\/topo-gc\/engines\/docker-28-[0-9a-f]{8}$/);
  const more = { ...engine, packages: [...engine.packages, 'tini'] };
  expect(suiteFolder('docker-28', more, { XDG_CACHE_HOME: '/c' })).not.toBe(folder);
});

test.each([
  ['docker-28', '/a/docker.io_28.5.2+dfsg4-5_amd64.deb'],
  ['docker-26', '/a/docker.io_26.1.5+dfsg1-9+b14_amd64.deb'],
  ['podman-5', '/a/podman_1%3a5.8.6+ds1-1_amd64.deb'],
] as const)('%s is in %s', (name, path) => {
  expect(() => checkVersion(name, engineOf(name), ['/a/libc6_2.43-7_amd64.deb', path])).not.toThrow();
});

test('a suite that has moved on is told, with the place to mend', () => {
  const paths = ['/a/docker.io_29.0.1-1_amd64.deb'];
  expect(() => checkVersion('docker-28', engineOf('docker-28'), paths)).toThrow(
    new SuiteMovedOn(
      'docker-28: Debian forky has docker.io 29.0.1-1 today, and not 28: mend its line in scripts/engine/engine-names.ts',
    ),
  );
});
