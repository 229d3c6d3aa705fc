/** The form of an engine's address, in words. */
export const TAKES_HOST = 'unix://PATH, tcp://HOST:PORT or ssh://USER@HOST';

/** `ssh://USER@HOST:PORT/PATH`; only the host is required. Its groups are these four. */
export const SSH_ADDRESS = /^ssh:\/\/(?:([\w.-]+)@)?([\w.-]+|\[[\da-fA-F:]+\])(?::(\d{1,5}))?(\/.*)?$/;

/** Whether a text is the address of an engine. It says nothing about whether an engine is there. */
export function isEngineHost(text: string): boolean {
  if (text.startsWith('unix://')) return /^unix:\/\/\/./.test(text);
  if (text.startsWith('ssh://')) return isSshHost(text);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'tcp:' && url.hostname !== '' && /^\/?$/.test(url.pathname);
}

/** `ssh` would take a name that begins with a dash for an option. */
function isSshHost(text: string): boolean {
  const [, user, host] = SSH_ADDRESS.exec(text) ?? [];
  return host !== undefined && !host.startsWith('-') && user?.startsWith('-') !== true;
}
