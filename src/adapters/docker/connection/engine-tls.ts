import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import type { TlsFiles } from '../../../domain/engine.ts';
import { TopoGcError } from '../../../domain/errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The names that Docker's own clients use. */
const FILES = { ca: 'ca.pem', cert: 'cert.pem', key: 'key.pem' } as const;

/**
 * Whether Docker's own clients would use TLS, and by which certificates: if `DOCKER_TLS_VERIFY`, `DOCKER_TLS` or
 * `DOCKER_CERT_PATH` is set. Only the first of them checks the engine's identity.
 * @see https://docs.docker.com/engine/security/protect-access/
 * @throws TopoGcError `invalid-input` if the identity must be checked and no certificate allows it
 */
export function tlsOfEnvironment(env: Environment): TlsFiles | undefined {
  if (!env.DOCKER_TLS_VERIFY && !env.DOCKER_TLS && !env.DOCKER_CERT_PATH) return undefined;
  const folder = env.DOCKER_CERT_PATH || env.DOCKER_CONFIG || join(env.HOME || homedir(), '.docker');
  return tlsFilesIn(folder, Boolean(env.DOCKER_TLS_VERIFY), 'DOCKER_CERT_PATH');
}

/**
 * The certificates in a folder.
 * @param source what names the folder
 * @throws TopoGcError `invalid-input` as above
 */
export function tlsFilesIn(folder: string, verify: boolean, source: string): TlsFiles {
  const there = Object.entries(FILES).filter(([, name]) => existsSync(join(folder, name)));
  const files = Object.fromEntries(there.map(([field, name]) => [field, join(folder, name)]));
  if (Boolean(files.cert) !== Boolean(files.key) || (verify && !files.ca)) {
    const takes = 'takes a folder with ca.pem, and cert.pem and key.pem if the engine asks who its client is';
    throw new TopoGcError('invalid-input', `${source} is ${JSON.stringify(folder)}: it ${takes}`, {
      faults: [{ field: source, value: folder, detail: takes }],
    });
  }
  return { ...files, verify };
}

/** The options for node:tls. @throws Error if a file can't be read */
export function tlsOptions({ verify, ...files }: TlsFiles): ConnectionOptions {
  const contents = Object.entries(files).map(([field, path]) => [field, readFileSync(path)]);
  return { ...Object.fromEntries(contents), rejectUnauthorized: verify };
}
