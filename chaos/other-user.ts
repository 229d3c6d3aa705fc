import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { asRoot, runAsRoot } from '../scripts/engine/root-command.ts';
import { filesIn } from '../src/session/workplace.ts';
import type { Job } from './job.ts';

/** Of `nobody`, on Debian and Ubuntu. */
const NOBODY = '65534';

/** Names what is nobody's to touch: containers, a network and a volume by their names, and a path. */
interface Wanted {
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  readonly path: string;
}

/**
 * What another user has put into a state root that all may write to: a session as of a dead agent, whose settings let
 * everything go, with a spooled submission of what is not that user's.
 */
export class PlantedState implements AsyncDisposable {
  readonly #root: string;
  readonly #state: string;
  readonly #folder: string;
  readonly #before: string;

  private constructor(root: string, state: string, folder: string) {
    this.#root = root;
    this.#state = state;
    this.#folder = folder;
    this.#before = this.#describe();
  }

  /** @param folder is made, as the `TOPO_GC_DIR` of the session */
  static async plant(
    { stateRoot, state: { sessionFile } }: Job,
    folder: string,
    wanted: Wanted,
  ): Promise<PlantedState> {
    const session = `tgc-${randomUUID().slice(0, 13)}`;
    const [state, own] = [join(stateRoot, session), join(folder, session)];
    const { spool, socket, log } = filesIn(own);
    const theirs = JSON.parse(readFileSync(sessionFile, 'utf8'));
    for (const path of [state, spool]) mkdirSync(path, { recursive: true });
    writeFileSync(
      join(state, 'session.json'),
      JSON.stringify({
        ...theirs,
        session: { ...theirs.session, id: session, startedAt: new Date(0).toISOString() },
        inputs: { ...theirs.inputs, protect: 'false', 'path-roots': dirname(wanted.path) },
        guarded: { containers: [], networks: [], volumes: [] },
        ...{ folder: own, socket, log },
      }),
    );
    const dead = { pid: 1, startTime: '1', bootId: 'another', pidNamespace: 'pid:[1]', nonce: session };
    writeFileSync(join(state, 'agent.json'), JSON.stringify(dead));
    const { path, ...members } = wanted;
    const submission = { id: 'planted', ...members, paths: [path], submittedAt: new Date().toISOString() };
    writeFileSync(join(spool, 'planted.json'), JSON.stringify(submission));
    chmodSync(stateRoot, 0o1777);
    await runAsRoot('chown', '-R', `${NOBODY}:${NOBODY}`, state, own);
    return new PlantedState(stateRoot, state, own);
  }

  /** What has become of it, in words; `undefined` where all of it is as it was. */
  difference(): string | undefined {
    const now = this.#describe();
    return now === this.#before
      ? undefined
      : `what another user had planted was ${this.#before} and is ${now}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await runAsRoot('rm', '-rf', this.#state, this.#folder);
    chmodSync(this.#root, 0o700);
  }

  #describe(): string {
    return [this.#state, this.#folder].map(describeFolder).join('; ');
  }
}

function describeFolder(folder: string): string {
  if (!existsSync(folder)) return `${folder} is gone`;
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return ['', ...entries]
    .map((entry) => join(folder, entry))
    .map((path) => `${path} of ${statSync(path).uid}`)
    .join(', ');
}

const TAKE_NAME = `process.setgid(${NOBODY}); process.setuid(${NOBODY});
require('node:net').createServer().listen('\\0topo-gc/' + process.argv[1], () => console.log('taken'));`;

/** Another user has the name that a session's lock would have in the kernel's abstract namespace, for as long as this lives. */
export async function takeLockName({ session }: Job): Promise<AsyncDisposable> {
  const [command, args] = asRoot(process.execPath, '-e', TAKE_NAME, session);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout as Readable, 'data'), ended]);
  return {
    [Symbol.asyncDispose]: async () => {
      await runAsRoot('kill', '-s', 'KILL', String(child.pid)).catch(() => {});
      await ended;
    },
  };
}
