import type { EngineEndpoint, TlsFiles } from '../../../domain/engine.ts';
import { TopoGcError } from '../../../domain/errors.ts';
import { SSH_ADDRESS, TAKES_HOST as TAKES } from '../../../domain/limits/engine-host.ts';
import { INPUT } from '../../../domain/limits/input-names.ts';
import { tlsOfEnvironment } from './engine-tls.ts';

/** A possible address of an engine, and its source. */
export interface EngineAddress extends EngineEndpoint {
  /**
   * `the input docker-host`, `DOCKER_HOST`, `the current docker context`, `the default socket`, `the rootless socket`, or
   * `east of the input engines`.
   */
  readonly source: string;
}

/** The options of a connection. */
export type EngineConnection =
  | { readonly socketPath: string }
  | { readonly host: string; readonly port: number };

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_SOCKET = 'unix:///var/run/docker.sock';
/** https://docs.docker.com/reference/cli/dockerd/#daemon-socket-option */
const PLAIN_PORT = 2375;
const TLS_PORT = 2376;

/**
 * The addresses to try, in turn: only the requested one, else those that Docker's own clients would try. The
 * environment's TLS settings apply to `tcp://` of the input and of DOCKER_HOST; a context has certificates of its own.
 * @throws TopoGcError `invalid-input`, naming the source and its value.
 */
export function engineCandidates({
  dockerHost,
  env,
  context,
}: {
  readonly dockerHost?: string;
  readonly env: Environment;
  /** The current docker context. */
  readonly context?: EngineEndpoint;
}): EngineAddress[] {
  const asked = dockerHost
    ? { host: dockerHost, source: `the input ${INPUT.dockerHost}` }
    : env.DOCKER_HOST
      ? { host: env.DOCKER_HOST, source: 'DOCKER_HOST' }
      : undefined;
  const candidates = asked === undefined ? usualAddresses(env, context) : [secured(asked, env)];
  for (const { host, source } of candidates)
    if (parseSshAddress(host) === undefined) connectionOptions(host, source);
  return candidates;
}

/**
 * The address of an engine that the input `engines` names.
 * @throws TopoGcError `invalid-input` if the environment's TLS settings are incomplete
 */
export const namedAddress = (name: string, host: string, env: Environment): EngineAddress =>
  secured({ host, source: `${name} of the input ${INPUT.engines}` }, env);

/**
 * The address of a node's engine, by the input `swarm-nodes`.
 * @throws TopoGcError as `namedAddress`
 */
export const nodeAddress = (hostname: string, host: string, env: Environment): EngineAddress =>
  secured({ host, source: `${hostname} of the input ${INPUT.swarmNodes}` }, env);

function secured(address: EngineAddress, env: Environment): EngineAddress {
  const tls = address.host.startsWith('tcp://') ? tlsOfEnvironment(env) : undefined;
  return { ...address, ...(tls && { tls }) };
}

function usualAddresses(env: Environment, context?: EngineEndpoint): EngineAddress[] {
  const runtimeDir = env.XDG_RUNTIME_DIR || `/run/user/${process.getuid?.()}`;
  return [
    ...(context !== undefined && context.host !== DEFAULT_SOCKET
      ? [{ ...context, source: 'the current docker context' }]
      : []),
    { host: DEFAULT_SOCKET, source: 'the default socket' },
    { host: `unix://${runtimeDir}/docker.sock`, source: 'the rootless socket' },
  ];
}

/**
 * The options of a connection to a host; an engine behind ssh is reached by a socket on this host.
 * @throws TopoGcError `invalid-input` if the text is no address.
 */
export function connectionOptions(
  host: string,
  source: string = INPUT.dockerHost,
  tls?: TlsFiles,
): EngineConnection {
  if (isUnix(host)) return { socketPath: host.slice('unix://'.length) };
  const url = URL.canParse(host) ? new URL(host) : undefined;
  if (url?.protocol !== 'tcp:' || url.hostname === '' || !/^\/?$/.test(url.pathname)) {
    throw new TopoGcError(
      'invalid-input',
      `${source} is ${JSON.stringify(host)}, which is no address of an engine: it takes ${TAKES}`,
      { faults: [{ field: source, value: host, detail: `takes ${TAKES}` }] },
    );
  }
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return { host: name, port: Number(url.port) || (tls === undefined ? PLAIN_PORT : TLS_PORT) };
}

const isUnix = (host: string): boolean => host.startsWith('unix:///');

/** `ssh://USER@HOST:PORT/PATH`; only the host is required. */
export interface SshAddress {
  /** The arguments of `ssh` to get there. */
  readonly destination: readonly string[];
  /** The path of the engine's socket there. */
  readonly socket: string;
}

const SSH_SOCKET = '/var/run/docker.sock';

/** `undefined` if the text is no such address; a name that `ssh` would take for an option does not count. */
export function parseSshAddress(text: string): SshAddress | undefined {
  const [, user, host, port, path] = SSH_ADDRESS.exec(text) ?? [];
  if (host === undefined || host.startsWith('-') || user?.startsWith('-')) return undefined;
  return {
    destination: [
      ...(user === undefined ? [] : ['-l', user]),
      ...(port === undefined ? [] : ['-p', port]),
      '--',
      host.replace(/^\[(.*)\]$/, '$1'),
    ],
    socket: path === undefined || path === '/' ? SSH_SOCKET : path,
  };
}
