import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onInterruption } from '../../scripts/interruption.ts';
import { AgentClient } from '../../src/adapters/ipc/agent-client.ts';
import type { StateFolder } from '../../src/adapters/journal/state-folder.ts';
import { startAgent } from '../../src/adapters/process/agent-process.ts';
import {
  endProcess,
  identifyProcess,
  type ProcessIdentity,
} from '../../src/adapters/process/process-identity.ts';
import type { BenchmarkContext } from '../benchmark.ts';
import { type Inputs, makeSession, THRESHOLDS_OFF } from './session.ts';

const BUNDLE = join(import.meta.dirname, '../../dist/agent/index.js');
const READY_MS = 60_000;
const LOOK_MS = 1;

/** An agent as released, out of `dist/`, started as the main step does it. */
export class ReleasedAgent implements AsyncDisposable {
  readonly client: AgentClient;
  readonly pid: number;
  /** From its start until it said that it answers. */
  readonly readyMs: number;
  /** Where its journal is. */
  readonly state: StateFolder;
  readonly #identity: ProcessIdentity | undefined;
  readonly #interruption = onInterruption(() => this.#end());

  private constructor(state: StateFolder, pid: number, readyMs: number) {
    this.client = new AgentClient(state.readSession().socket);
    this.pid = pid;
    this.readyMs = readyMs;
    this.state = state;
    this.#identity = identifyProcess(pid);
  }

  /** Starts one for a session of its own. @throws TopoGcError with the end of its log where it does not start */
  static async start(
    context: Pick<BenchmarkContext, 'engine' | 'folder'>,
    inputs: Inputs = THRESHOLDS_OFF,
  ): Promise<ReleasedAgent> {
    return ReleasedAgent.serve(await makeSession(context, inputs));
  }

  /**
   * Starts one for a session that is there, in the place of one that has ended.
   * @param command the script, and what goes between it and the session's folder
   */
  static async serve(
    state: StateFolder,
    [script, ...args]: readonly [string, ...string[]] = [BUNDLE],
  ): Promise<ReleasedAgent> {
    const { log } = state.readSession();
    const began = performance.now();
    const start = { script, args: [...args, state.path], env: process.env, log, timeoutMs: READY_MS };
    const pid = await startAgent(start);
    return new ReleasedAgent(state, pid, performance.now() - began);
  }

  /** Drains what is pending, and goes on. */
  async drain(): Promise<void> {
    const { leaks } = await this.client.drain({ final: false, onProgress: () => {} });
    if (leaks.length > 0) throw new Error(`the drain left ${JSON.stringify(leaks)}`);
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    process.kill(this.pid, 'SIGKILL');
    // A zombie whose other threads are still dying holds what it had open.
    while (existsSync(`/proc/${this.pid}`)) await sleep(LOOK_MS);
  }

  /** Leaves what is pending as it is. */
  async [Symbol.asyncDispose](): Promise<void> {
    using _interruption = this.#interruption;
    await this.#end();
  }

  async #end(): Promise<void> {
    this.client.close();
    if (this.#identity !== undefined) await endProcess(this.#identity);
  }
}
