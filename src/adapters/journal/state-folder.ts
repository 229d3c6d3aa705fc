import { randomUUID } from 'node:crypto';
import {
  chownSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { EngineIdentity } from '../../domain/engine.ts';
import type { Guarded } from '../../domain/protection.ts';
import type { Session } from '../../domain/session.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What an agent is started with, and what a successor needs to take its place. */
export interface SessionFile {
  readonly version: 1;
  readonly session: Session;
  readonly engine: EngineIdentity;
  /** By name, those that were given and the defaults of the others. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly guarded: Guarded;
  /** The folder of the socket, `TOPO_GC_DIR`. */
  readonly folder: string;
  readonly socket: string;
  readonly log: string;
  /** Whose file system counts beside the engine's. */
  readonly workspace: string;
  /** The process that the agent works for: it drains and ends where that is gone. Absent where the agent ends with its job. */
  readonly owner?: ProcessName | undefined;
}

/** Which process it is, as a pid can be taken again. */
export interface ProcessName {
  readonly pid: number;
  /** In clock ticks since the boot. */
  readonly startTime: string;
  readonly bootId: string;
  /** In which the pid is one. */
  readonly pidNamespace: string;
}

/** Which process an agent is. */
export interface AgentFile extends ProcessName {
  /** The agent answers it on its socket. */
  readonly nonce: string;
}

/** Where all agents of this user keep their state: outside the runner's temporary folder, which is emptied between jobs. */
export function stateRoot(env: Environment): string {
  if (env.TOPO_GC_STATE) return env.TOPO_GC_STATE;
  if (env.RUNNER_TEMP && env.GITHUB_ACTIONS) return join(dirname(env.RUNNER_TEMP), '_topo-gc');
  return join(env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state'), 'topo-gc');
}

/** The folder of one agent: its journal, and the files that say whose it is. */
export class StateFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /**
   * Makes it, readable by its owner only. Above it, what root makes becomes that of the owner of the folder it is in: a job
   * container's root is not the runner's user, who comes next.
   */
  create(): void {
    const root = dirname(this.path);
    const made = mkdirSync(root, { recursive: true, mode: 0o700 });
    if (made !== undefined && process.geteuid?.() === 0) {
      const { uid, gid } = statSync(dirname(made));
      for (let path = root; path !== dirname(made); path = dirname(path)) chownSync(path, uid, gid);
    }
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
  }

  /** The session's id, which is the folder's name. */
  get session(): string {
    return basename(this.path);
  }

  get journal(): string {
    return join(this.path, 'journal');
  }

  get sessionFile(): string {
    return this.#file('session.json');
  }

  readSession(): SessionFile {
    const file: SessionFile = JSON.parse(readFileSync(this.sessionFile, 'utf8'));
    if (file.version !== 1)
      throw new Error(`${this.path}: session.json is of version ${file.version}, not 1`);
    return file;
  }

  writeSession(session: SessionFile): void {
    this.#write('session.json', session);
  }

  /** `undefined` where no agent came so far. */
  readAgent(): AgentFile | undefined {
    try {
      return JSON.parse(readFileSync(this.#file('agent.json'), 'utf8'));
    } catch {
      return undefined;
    }
  }

  writeAgent(agent: AgentFile): void {
    this.#write('agent.json', agent);
  }

  /** Shows that the agent is alive. */
  beat(): void {
    const now = Date.now() / 1000;
    try {
      utimesSync(this.#file('agent.json'), now, now);
    } catch {
      // It is gone: the session is over.
    }
  }

  /** When the agent was last seen alive, to about a second, in ms since the epoch; 0 where no agent came so far. */
  get lastAlive(): number {
    return statSync(this.#file('agent.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #file(name: string): string {
    return join(this.path, name);
  }

  /** Beside its place and renamed, so that nobody reads half of it. */
  #write(name: string, content: SessionFile | AgentFile): void {
    const temporary = this.#file(`${name}.${randomUUID()}`);
    writeFileSync(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, this.#file(name));
  }
}
