import { describe, expect, test } from 'vitest';
import { connectionOptions, engineCandidates } from '../../../../src/adapters/docker/engine-address.ts';

const hosts = (options: Parameters<typeof engineCandidates>[0]) =>
  engineCandidates(options).map(({ host, source }) => [host, source]);

describe('which addresses are tried', () => {
  test('only the input, whatever else is set', () => {
    const env = { DOCKER_HOST: 'tcp://elsewhere:2375' };
    const contextHost = 'unix:///desktop.sock';
    expect(hosts({ dockerHost: 'unix:///my.sock', env, contextHost })).toEqual([
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
    expect(hosts({ env, contextHost: 'unix:///home/me/.docker/desktop.sock' })).toEqual([
      ['unix:///home/me/.docker/desktop.sock', 'the current docker context'],
      ['unix:///var/run/docker.sock', 'the default socket'],
      ['unix:///run/me/docker.sock', 'the rootless socket'],
    ]);
  });

  test('a context that is the default socket is tried once', () => {
    const [first, second] = hosts({ env: {}, contextHost: 'unix:///var/run/docker.sock' });
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
});

describe('what is refused, naming source and value', () => {
  test.for(['ftp://engine', 'unix://', 'unix://docker.sock', 'tcp://', 'tcp://engine/path', 'engine:2375'])(
    '%s is no address',
    (host) => {
      expect(() => engineCandidates({ env: { DOCKER_HOST: host } })).toThrow(
        expect.objectContaining({
          code: 'invalid-input',
          message: expect.stringContaining(`DOCKER_HOST is ${JSON.stringify(host)}`),
          faults: [{ field: 'DOCKER_HOST', value: host, detail: 'takes unix://PATH or tcp://HOST:PORT' }],
        }),
      );
    },
  );

  test('ssh, also where it comes from the context', () => {
    expect(() => engineCandidates({ env: {}, contextHost: 'ssh://ci@far' })).toThrow(
      expect.objectContaining({
        code: 'not-supported',
        message: expect.stringMatching(/^the current docker context is "ssh:\/\/ci@far".*ssh.*not supported/),
      }),
    );
  });

  test.for(['DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH'])('TLS by %s over tcp, not over a socket', (name) => {
    const env = { [name]: '1' };
    expect(() => engineCandidates({ dockerHost: 'tcp://engine:2376', env })).toThrow(
      expect.objectContaining({ code: 'not-supported', message: expect.stringContaining(name) }),
    );
    expect(engineCandidates({ dockerHost: 'unix:///a.sock', env })).toHaveLength(1);
  });
});
