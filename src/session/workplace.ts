import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeSpool } from '../adapters/ipc/spool/spool-file.ts';
import type { SessionFile } from '../adapters/journal/session-files.ts';
import { StateFolder } from '../adapters/journal/state-folder.ts';
import { stateRoot } from '../adapters/journal/state-root.ts';
import { LONGEST_SOCKET_PATH } from '../domain/socket-path.ts';
import { quoteForShell } from '../domain/text/quote-for-shell.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const SOCKET = 'agent.sock';

/** Where an agent can be reached, and how its user knows it. */
export interface Workplace {
  /** A value of the label `topo-gc.session`. */
  readonly session: string;
  /** Of the socket, the command, the log and the reports. */
  readonly folder: string;
  readonly socket: string;
  /** Takes submissions when the socket can't be reached. */
  readonly spool: string;
  /** Holds the command `topo-gc`. */
  readonly commands: string;
  readonly log: string;
  readonly reportJson: string;
  readonly reportHtml: string;
  /** Of the containers' logs. */
  readonly logs: string;
  /** Nothing else empties `folder`, as a runner empties its own: the folder goes with the session. */
  readonly isOwn: boolean;
  readonly state: StateFolder;
}

/** The root of this distribution: it has a folder for each entry, and this process runs one of them. */
const distribution = (): string => join(dirname(realpathSync(process.argv[1] ?? '')), '..');

/** Another bundle of this distribution. */
export const bundle = (name: 'agent' | 'cli'): string => join(distribution(), name, 'index.js');

/** The page that shows a report or a fleet, still without it; only a built distribution has it. */
export const pageTemplate = (page: 'report' | 'fleet' = 'report'): string =>
  join(distribution(), 'page', `${page}.html`);

/**
 * Plans where an agent will be: under `temporary` or, if that is too deep for a socket, under `/tmp`. Makes nothing
 * yet.
 * @param isOwn whether nothing else empties `temporary`
 */
export function planWorkplace(temporary: string, env: Environment, isOwn: boolean): Workplace {
  const session = `tgc-${randomUUID().slice(0, 13)}`;
  const wanted = join(temporary, session);
  const isTooDeep = Buffer.byteLength(join(wanted, SOCKET)) > LONGEST_SOCKET_PATH;
  const folder = isTooDeep ? join('/tmp', session) : wanted;
  return workplaceAt(folder, join(stateRoot(env), session), isOwn || isTooDeep);
}

/** What an agent's folder holds, by name. */
export const filesIn = (folder: string) => ({
  socket: join(folder, SOCKET),
  spool: join(folder, 'spool'),
  commands: join(folder, 'bin'),
  /** A link to the state folder, for those that know only this folder. */
  stateLink: join(folder, 'state'),
  log: join(folder, 'agent.log'),
  reportJson: join(folder, 'report.json'),
  reportHtml: join(folder, 'report.html'),
  /** Made when the first container log is saved. */
  logs: join(folder, 'logs'),
});

/** The workplace with the given folders. */
export const workplaceAt = (folder: string, state: string, isOwn: boolean): Workplace => ({
  session: basename(state),
  folder,
  ...filesIn(folder),
  isOwn,
  state: new StateFolder(state),
});

/** The state comes first: if this process is killed at any moment, the next sweep finds all else through the state. */
export async function makeWorkplace(workplace: Workplace, session: SessionFile): Promise<void> {
  const { folder, commands, spool, state } = workplace;
  state.create();
  state.writeSession(session);
  mkdirSync(folder, { mode: 0o700 });
  symlinkSync(state.path, filesIn(folder).stateLink);
  await makeSpool(spool);
  mkdirSync(commands, { mode: 0o700 });
  writeCommand(commands);
}

/** The command on the PATH, run by the same Node as this process: steps need no Node of their own. */
export function writeCommand(commands: string): void {
  const script = `#!/bin/sh\nexec ${quoteForShell(process.execPath)} ${quoteForShell(bundle('cli'))} "$@"\n`;
  writeFileSync(join(commands, 'topo-gc'), script, { mode: 0o755 });
}
