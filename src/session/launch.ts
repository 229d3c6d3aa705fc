import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { thereBefore } from '../adapters/docker/there-before.ts';
import { makeSpool } from '../adapters/ipc/spool/spool-file.ts';
import type { SessionFile } from '../adapters/journal/session-files.ts';
import { StateFolder, stateRoot } from '../adapters/journal/state-folder.ts';
import { startAgent } from '../adapters/process/agent-process.ts';
import { identifyProcess } from '../adapters/process/process-identity.ts';
import type { EngineIdentity } from '../domain/engine.ts';
import type { Guarded } from '../domain/protection/guarded.ts';
import { parseSettings } from '../domain/settings.ts';
import { LONGEST_SOCKET_PATH } from '../domain/socket-path.ts';
import { quoteForShell } from '../domain/text/quote-for-shell.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const SOCKET = 'agent.sock';

/** How long an agent may take to answer, in ms. */
export const READY_MS = 20_000;

/** Where an agent can be reached, and by what its user knows it. */
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
  /** Nobody else empties `folder`, as a runner does its own: it goes with the session. */
  readonly isOwn: boolean;
  readonly state: StateFolder;
}

interface LaunchOptions {
  readonly workplace: Workplace;
  readonly engine: EngineIdentity;
  readonly inputs: Readonly<Record<string, string>>;
  readonly guarded: Guarded;
  /** Whose file system counts beside the engine's. */
  readonly workspace: string;
  /** Whether the agent is this process's, and drains when it is gone. */
  readonly isOwned?: boolean;
  readonly env: Environment;
}

/** What this distribution is made of: a folder for each of its entries, which this process runs one of. */
const distribution = (): string => join(dirname(realpathSync(process.argv[1] ?? '')), '..');

/** Another bundle of this distribution. */
export const bundle = (name: 'agent' | 'cli'): string => join(distribution(), name, 'index.js');

/** The page that shows a report, without one; only a distribution that is built has it. */
export const pageTemplate = (): string => join(distribution(), 'page', 'report.html');

/**
 * Says where an agent is going to be: under `temporary`, or, where that is too deep for a socket, under `/tmp`. Nothing is
 * made yet.
 * @param isOwn whether nobody else empties `temporary`
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
  /** A link to the state folder, for those who know this one only. */
  stateLink: join(folder, 'state'),
  log: join(folder, 'agent.log'),
  reportJson: join(folder, 'report.json'),
  reportHtml: join(folder, 'report.html'),
  /** Made with the first log of a container that is saved. */
  logs: join(folder, 'logs'),
});

/** The workplace whose folders are known. */
export const workplaceAt = (folder: string, state: string, isOwn: boolean): Workplace => ({
  session: basename(state),
  folder,
  ...filesIn(folder),
  isOwn,
  state: new StateFolder(state),
});

/**
 * Makes the folders, which only their owner can enter, writes down what a successor would need, starts the agent, and
 * resolves once it answers.
 * @throws TopoGcError `agent-failed`
 */
export async function launch({
  workplace,
  engine,
  inputs,
  guarded,
  workspace,
  isOwned = false,
  env,
}: LaunchOptions): Promise<void> {
  const { session, folder, socket, log, state } = workplace;
  const before = await thereBefore(engine, parseSettings(inputs).removeImages);
  await makeWorkplace(workplace, {
    version: 1,
    session: { id: session, startedAt: engine.time, engineId: engine.id },
    engine,
    inputs,
    guarded: { ...guarded, ...before },
    folder,
    socket,
    log,
    workspace,
    ...(isOwned && { owner: identifyProcess(process.pid) }),
  });
  await startAgent({ script: bundle('agent'), args: [state.path], env, log, timeoutMs: READY_MS });
}

/** The state comes first: by it the next sweep finds all else, whenever this process is killed. */
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

/** The command on the PATH, run by the Node that runs this: steps need none of their own. */
function writeCommand(commands: string): void {
  const script = `#!/bin/sh\nexec ${quoteForShell(process.execPath)} ${quoteForShell(bundle('cli'))} "$@"\n`;
  writeFileSync(join(commands, 'topo-gc'), script, { mode: 0o755 });
}
