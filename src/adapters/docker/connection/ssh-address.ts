/** `ssh://USER@HOST:PORT/PATH`, of which only the host has to be there. */
export interface SshAddress {
  /** What `ssh` is given to get there. */
  readonly destination: readonly string[];
  /** Of the engine's socket there. */
  readonly socket: string;
}

const ADDRESS = /^ssh:\/\/(?:([\w.-]+)@)?([\w.-]+|\[[\da-fA-F:]+\])(?::(\d{1,5}))?(\/.*)?$/;

const DEFAULT_SOCKET = '/var/run/docker.sock';

/** `undefined` for what is no such address; a name that `ssh` would take for an option is none. */
export function parseSshAddress(text: string): SshAddress | undefined {
  const [, user, host, port, path] = ADDRESS.exec(text) ?? [];
  if (host === undefined || host.startsWith('-') || user?.startsWith('-')) return undefined;
  return {
    destination: [
      ...(user === undefined ? [] : ['-l', user]),
      ...(port === undefined ? [] : ['-p', port]),
      '--',
      host.replace(/^\[(.*)\]$/, '$1'),
    ],
    socket: path === undefined || path === '/' ? DEFAULT_SOCKET : path,
  };
}
