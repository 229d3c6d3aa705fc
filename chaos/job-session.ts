import { basename, join } from 'node:path';
import { AgentClient } from '../src/adapters/ipc/agent-client.ts';
import { StateFolder } from '../src/adapters/journal/state-folder.ts';
import { isAlive } from '../src/adapters/process/process-identity.ts';
import { filesIn } from '../src/session/workplace.ts';

/** The session of a job: what its main step has saved says where all of it is. */
export class JobSession {
  /** The root of the states that its agent shares with others. */
  readonly stateRoot: string;
  /** By name, what the main step has left to the post step. */
  protected saved: Readonly<Record<string, string>> = {};

  constructor(stateRoot: string) {
    this.stateRoot = stateRoot;
  }

  /** `TOPO_GC_SESSION`, also where the main step has failed; empty before. */
  get session(): string {
    return basename(this.saved['state-folder'] ?? '');
  }

  /** `TOPO_GC_DIR`, and what is in it. */
  get folder(): string {
    return this.saved.folder ?? '';
  }

  get files(): ReturnType<typeof filesIn> {
    return filesIn(this.folder);
  }

  get state(): StateFolder {
    return new StateFolder(join(this.stateRoot, this.session));
  }

  /** Of its agent; `undefined` where that is dead. */
  get pid(): number | undefined {
    const agent = this.state.readAgent();
    return agent !== undefined && isAlive(agent) ? agent.pid : undefined;
  }

  client(): AgentClient & Disposable {
    const client = new AgentClient(this.files.socket);
    return Object.assign(client, { [Symbol.dispose]: () => client.close() });
  }
}
