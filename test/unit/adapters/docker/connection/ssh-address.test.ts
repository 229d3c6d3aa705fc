import { expect, test } from 'vitest';
import { parseSshAddress } from '../../../../../src/adapters/docker/connection/engine-address.ts';

test.each([
  ['ssh://far', ['--', 'far'], '/var/run/docker.sock'],
  ['ssh://ci@far.example:2222', ['-l', 'ci', '-p', '2222', '--', 'far.example'], '/var/run/docker.sock'],
  ['ssh://far/', ['--', 'far'], '/var/run/docker.sock'],
  ['ssh://ci@far/run/user/1000/docker.sock', ['-l', 'ci', '--', 'far'], '/run/user/1000/docker.sock'],
  ['ssh://[::1]:22', ['-p', '22', '--', '::1'], '/var/run/docker.sock'],
])('%s', (text, destination, socket) => {
  expect(parseSshAddress(text)).toEqual({ destination, socket });
});

test.each([
  'ssh://',
  'ssh://-oProxyCommand=x',
  'ssh://-l@far',
  'ssh://ci:secret@far',
  'tcp://far',
  'far',
  'ssh://a b',
  'ssh://far:port',
])('%s is no such address', (text) => expect(parseSshAddress(text)).toBeUndefined());
