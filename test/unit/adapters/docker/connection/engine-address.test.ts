import { describe, expect, test } from 'vitest';
import {
  connectionOptions,
  engineCandidates,
} from '../../../../../src/adapters/docker/connection/engine-address.ts';

const hosts = (options: Parameters<typeof engineCandidates>[0]) =>
  engineCandidates(options).map(({ host, source }) => [host, source]);

describe('which addresses are tried', () => {
  test('only the input, whatever else is set', () => {
    const env = { DOCKER_HOST: 'tcp://elsewhere:2375' };
    const context = { host: 'unix:///desktop.sock' };
    expect(hosts({ dockerHost: 'unix:///my.sock', env, context })).toEqual([
      ['unix:///my.sock', 'the input docker-host'],
    ]);
  });

  test('only DOCKER_HOST where there is no input', () => {
    expect(hosts({ dockerHost: '', env: { DOCKER_HOST: 'tcp://elsewhere' } })).toEqual([
      ['tcp://elsewhere', 'DOCKER_HOST'],
    ]);
  });

  test('else the current context, the default socket and the rootless one', () => {
    const env = { DOCKER_HOST: '', XDG_RUNTIME_DIR: '/run/me' };
    expect(hosts({ env, context: { host: 'unix:///home/me/.docker/desktop.sock' } })).toEqual([
      ['unix:///home/me/.docker/desktop.sock', 'the current docker context'],
      ['unix:///var/run/docker.sock', 'the default socket'],
      ['unix:///run/me/docker.sock', 'the rootless socket'],
    ]);
  });

  test('a context that is the default socket is tried once', () => {
    const [first, second] = hosts({ env: {}, context: { host: 'unix:///var/run/docker.sock' } });
    expect(first).toEqual(['unix:///var/run/docker.sock', 'the default socket']);
    expect(second).toEqual([`unix:///run/user/${process.getuid?.()}/docker.sock`, 'the rootless socket']);
  });
});

describe('what node:http is given', () => {
  test.for([
    ['unix:///var/run/docker.sock', { socketPath: '/var/run/docker.sock' }],
    ['tcp://engine:1234', { host: 'engine', port: 1234 }],
    ['tcp://engine', { host: 'engine', port: 2375 }],
    ['tcp://127.0.0.1/', { host: '127.0.0.1', port: 2375 }],
    ['tcp://[::1]:2375', { host: '::1', port: 2375 }],
  ] as const)('%s', ([host, options]) => {
    expect(connectionOptions(host)).toEqual(options);
  });

  test('another port where it is spoken to by TLS', () => {
    expect(connectionOptions('tcp://engine', 'DOCKER_HOST', { verify: true })).toEqual({
      host: 'engine',
      port: 2376,
    });
    expect(connectionOptions('tcp://engine:7', 'DOCKER_HOST', { verify: true })).toEqual({
      host: 'engine',
      port: 7,
    });
  });
});

describe('what is refused, naming source and value', () => {
  test.for([
    'ssh://ci:secret@far',
    'ssh://-oProxyCommand=x',
    'ftp://engine',
    'unix://',
    'unix://docker.sock',
    'tcp://',
    'tcp://engine/path',
    'engine:2375',
  ])('%s is no address', (host) => {
    expect(() => engineCandidates({ env: { DOCKER_HOST: host } })).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: expect.stringContaining(`DOCKER_HOST is ${JSON.stringify(host)}`),
        faults: [
          {
            field: 'DOCKER_HOST',
            value: host,
            detail: 'takes unix://PATH, tcp://HOST:PORT or ssh://USER@HOST',
          },
        ],
      }),
    );
  });
});
