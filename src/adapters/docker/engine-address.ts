import { TopoGcError } from '../../domain/errors.ts';

/** Where an engine may be, and who says so. */
export interface EngineAddress {
  /** `unix:///PATH` or `tcp://HOST:PORT`. */
  readonly host: string;
  /** `the input docker-host`, `DOCKER_HOST`, `the current docker context`, `the default socket` or `the rootless socket`. */
  readonly source: string;
}

/** What node:http needs to know of it. */
export type EngineConnection =
  | { readonly socketPath: string }
  | { readonly host: string; readonly port: number };

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_SOCKET = 'unix:///var/run/docker.sock';
/** https://docs.docker.com/reference/cli/dockerd/#daemon-socket-option */
const PLAIN_TCP_PORT = 2375;
const TAKES = 'unix://PATH or tcp://HOST:PORT';

/**
 * The addresses to try, in turn: only the one that was asked for, else where Docker's own clients would look.
 * `contextHost` is what `docker context inspect` says of the current context.
 * @throws TopoGcError `invalid-input` or `not-supported`, naming the source and its value.
 */
export function engineCandidates({
  dockerHost,
  env,
  contextHost,
}: {
  readonly dockerHost?: string;
  readonly env: Environment;
  readonly contextHost?: string;
}): EngineAddress[] {
  const candidates = dockerHost
    ? [{ host: dockerHost, source: 'the input docker-host' }]
    : env.DOCKER_HOST
      ? [{ host: env.DOCKER_HOST, source: 'DOCKER_HOST' }]
      : usualAddresses(env, contextHost);
  for (const { host, source } of candidates) {
    connectionOptions(host, source);
    if (!isUnix(host)) refuseTls(env, host, source);
  }
  return candidates;
}

function usualAddresses(env: Environment, contextHost?: string): EngineAddress[] {
  const runtimeDir = env.XDG_RUNTIME_DIR || `/run/user/${process.getuid?.()}`;
  return [
    ...(contextHost && contextHost !== DEFAULT_SOCKET
      ? [{ host: contextHost, source: 'the current docker context' }]
      : []),
    { host: DEFAULT_SOCKET, source: 'the default socket' },
    { host: `unix://${runtimeDir}/docker.sock`, source: 'the rootless socket' },
  ];
}

/**
 * What to give to node:http for a host.
 * @throws TopoGcError `not-supported` for `ssh://`, `invalid-input` for what is no address.
 */
export function connectionOptions(host: string, source = 'docker-host'): EngineConnection {
  if (isUnix(host)) return { socketPath: host.slice('unix://'.length) };
  const url = URL.canParse(host) ? new URL(host) : undefined;
  if (url?.protocol === 'ssh:') throw notSupported(source, host, 'an engine behind ssh is');
  if (url?.protocol !== 'tcp:' || url.hostname === '' || !/^\/?$/.test(url.pathname)) {
    throw new TopoGcError(
      'invalid-input',
      `${source} is ${JSON.stringify(host)}, which is no address of an engine: it takes ${TAKES}`,
      { faults: [{ field: source, value: host, detail: `takes ${TAKES}` }] },
    );
  }
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return { host: name, port: url.port === '' ? PLAIN_TCP_PORT : Number(url.port) };
}

const isUnix = (host: string): boolean => host.startsWith('unix:///');

function refuseTls(env: Environment, host: string, source: string): void {
  const asked = (['DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH'] as const).find((name) => env[name]);
  if (asked !== undefined)
    throw notSupported(source, host, `with ${asked} set, TLS would be needed, which is`);
}

const notSupported = (source: string, host: string, what: string): TopoGcError =>
  new TopoGcError(
    'not-supported',
    `${source} is ${JSON.stringify(host)}: ${what} not supported by this version yet (it takes ${TAKES}, without TLS)`,
    { faults: [{ field: source, value: host, detail: `takes ${TAKES}` }] },
  );
