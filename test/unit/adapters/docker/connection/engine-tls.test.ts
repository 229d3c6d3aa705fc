import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tlsOfEnvironment, tlsOptions } from '../../../../../src/adapters/docker/connection/engine-tls.ts';
import { readContext } from '../../../../../src/adapters/docker/starting/docker-context.ts';
import { TemporaryFolder } from '../../../../support/temporary-folder.ts';

function folderWith(...names: readonly string[]): TemporaryFolder {
  const folder = new TemporaryFolder();
  for (const name of names) writeFileSync(folder.file(`${name}.pem`), `the ${name}`);
  return folder;
}

describe('as the environment says', () => {
  test('nothing, no TLS', () => expect(tlsOfEnvironment({ DOCKER_TLS_VERIFY: '' })).toBeUndefined());

  test('by the files of DOCKER_CERT_PATH, and who the engine is is checked where that is asked for', () => {
    using folder = folderWith('ca', 'cert', 'key');
    const files = { ca: folder.file('ca.pem'), cert: folder.file('cert.pem'), key: folder.file('key.pem') };
    const env = { DOCKER_CERT_PATH: folder.path };
    expect(tlsOfEnvironment(env)).toEqual({ ...files, verify: false });
    const checked = tlsOfEnvironment({ ...env, DOCKER_TLS_VERIFY: '1' });
    expect(checked).toEqual({ ...files, verify: true });
    expect(checked && tlsOptions(checked)).toEqual({
      ...{ ca: Buffer.from('the ca'), cert: Buffer.from('the cert'), key: Buffer.from('the key') },
      rejectUnauthorized: true,
    });
  });

  test('else by those of docker’s own configuration', () => {
    using folder = folderWith('ca');
    const env = { DOCKER_TLS_VERIFY: '1', DOCKER_CONFIG: folder.path };
    expect(tlsOfEnvironment(env)).toEqual({ ca: folder.file('ca.pem'), verify: true });
  });

  test.each([[[]], [['cert', 'key']], [['ca', 'cert']], [['ca', 'key']]])(
    'what is not whole is refused: %j',
    (names) => {
      using folder = folderWith(...names);
      expect(() => tlsOfEnvironment({ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: folder.path })).toThrow(
        expect.objectContaining({
          code: 'invalid-input',
          faults: [expect.objectContaining({ field: 'DOCKER_CERT_PATH', value: folder.path })],
        }),
      );
    },
  );
});

describe('what docker says of a context', () => {
  const context = (docker: object, rest: object = {}) =>
    JSON.stringify([{ Name: 'far', Endpoints: { docker }, ...rest }]);

  test('its host', () => {
    const host = 'unix:///var/run/docker.sock';
    expect(readContext(context({ Host: host, SkipTLSVerify: false }, { TLSMaterial: {} }))).toEqual({ host });
  });

  test('its certificates', () => {
    using folder = new TemporaryFolder();
    const rest = { TLSMaterial: { docker: ['ca.pem'] }, Storage: { TLSPath: folder.path } };
    const host = 'tcp://far:2376';
    expect(readContext(context({ Host: host, SkipTLSVerify: true }, rest))).toEqual({
      host,
      tls: { verify: false },
    });
  });

  test.each(['', 'no json', '[]', '{}', '[{"Endpoints": {}}]', '[{"Endpoints": {"docker": {"Host": ""}}}]'])(
    'what names no engine: %s',
    (text) => expect(readContext(text)).toBeUndefined(),
  );
});
