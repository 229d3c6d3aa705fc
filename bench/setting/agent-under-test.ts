import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { AgentClient } from '../../src/adapters/ipc/agent-client.ts';
import type { Status } from '../../src/domain/agent-service.ts';
import type { BenchmarkContext } from '../benchmark.ts';
import { RunningCommand } from './running-command.ts';

const COMMAND = join(import.meta.dirname, '../../dist/cli/index.js');

/** Nothing is collected unless it is asked for. */
const THRESHOLDS_OFF = ['disk', 'memory', 'container', 'network'].flatMap((of) => [
  `--${of}-threshold`,
  'off',
]);

/** An agent as released, out of `dist/`, started by `topo-gc agent`. */
export class AgentUnderTest implements AsyncDisposable {
  readonly client: AgentClient;
  readonly pid: number;
  /** Where its journal is. */
  readonly stateFolder: string;
  readonly #command: RunningCommand;

  private constructor(client: AgentClient, pid: number, stateFolder: string, command: RunningCommand) {
    this.client = client;
    this.pid = pid;
    this.stateFolder = stateFolder;
    this.#command = command;
  }

  /** @throws Error with what it printed where it does not start */
  static async start({ engine, folder }: BenchmarkContext): Promise<AgentUnderTest> {
    const stateFolder = await mkdtemp(join(folder, 'state-'));
    const command = spawn(process.execPath, [COMMAND, 'agent', ...THRESHOLDS_OFF], {
      // In a process group of its own, Ctrl-C leaves it to us.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DOCKER_HOST: engine.host, TOPO_GC_STATE: stateFolder },
    });
    const running = new RunningCommand(command);
    try {
      const client = new AgentClient(await running.announcement(/^export TOPO_GC_SOCKET='(.+)'$/m));
      const { pid } = await client.get<Status>('/v1/status');
      return new AgentUnderTest(client, pid, stateFolder, running);
    } catch (error) {
      await running[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Drains what is pending, and goes on. */
  async drain(): Promise<void> {
    const { leaks } = await this.client.drain({ final: false, onProgress: () => {} });
    if (leaks.length > 0) throw new Error(`the drain left ${JSON.stringify(leaks)}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.client.close();
    await this.#command[Symbol.asyncDispose]();
  }
}
