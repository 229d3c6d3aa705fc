import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { REPOSITORY } from '../runner/model/bundle-job.ts';
import { askAgent, processState } from '../runner/model/job-agent.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const CLI = join(REPOSITORY, 'dist/cli/index.js');

/** How long an agent may show nothing before one in another namespace doubts that it lives; and how long it is paused, in ms. */
const SILENCE_MS = 30_000;
const PAUSE_MS = SILENCE_MS + 3_000;

/** Only root has a PID namespace to give. */
const isRoot = process.geteuid?.() === 0;

/** `topo-gc agent`, as in a job's container: alone in namespaces of its processes and its network, with the state of all agents of the host. */
class ContainedAgent implements AsyncDisposable {
  readonly #command;
  readonly #exited: Promise<unknown>;
  #output = '';

  constructor(state: string) {
    const inNamespace = ['--pid', '--net', '--fork', '--kill-child', '--mount-proc', '--'];
    const thresholds = ['--disk-threshold', 'off', '--memory-threshold', 'off'];
    this.#command = spawn('unshare', [...inNamespace, process.execPath, CLI, 'agent', ...thresholds], {
      env: { ...process.env, TOPO_GC_STATE: state },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#exited = once(this.#command, 'exit');
    this.#command.stdout.on('data', (chunk) => {
      this.#output += chunk;
    });
  }

  /** What it tells other shells, once it answers. */
  async environment(): Promise<Record<string, string>> {
    await vi.waitUntil(() => this.#output.includes('TOPO_GC_SESSION'), { timeout: 20_000 });
    return Object.fromEntries(
      [...this.#output.matchAll(/^export (\w+)='?([^'\n]*)'?$/gm)].map(([, name, value]) => [name, value]),
    );
  }

  async end(): Promise<void> {
    if (this.#command.exitCode === null && this.#command.signalCode === null) this.#command.kill('SIGKILL');
    await this.#exited;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.end();
  }
}

/** The process that serves that state, by the ids of this namespace. */
function findAgent(stateFolder: string): number {
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  const found = pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(stateFolder);
    } catch {
      return false;
    }
  });
  expect(found).toHaveLength(1);
  return Number(found[0]);
}

async function sweep(state: string): Promise<{ status: number; output: string }> {
  const child = spawn(process.execPath, [CLI, 'sweep', '--drain-timeout', '20s'], {
    env: { ...process.env, TOPO_GC_STATE: state },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await once(child, 'exit');
  return { status, output: (await output).join('') };
}

test.runIf(isRoot)(
  'an agent in another PID namespace that is stopped for a while is not swept; dead, it is',
  { timeout: 120_000 },
  async () => {
    using folder = new TemporaryFolder();
    await using objects = new EngineObjects();
    const state = folder.file('state');
    await using agent = new ContainedAgent(state);
    const environment = await agent.environment();
    const { TOPO_GC_DIR = '', TOPO_GC_SESSION = '' } = environment;
    const { id } = await objects.container('box');
    const leased = await askAgent(environment, 'POST', '/v1/leases', {
      id: 't',
      containers: [id],
      // In its namespace: the command that started the agent.
      owner: { pid: 1 },
    });
    expect(leased).toMatchObject({ status: 201 });
    const stateFolder = join(state, TOPO_GC_SESSION);
    const pid = findAgent(stateFolder);
    process.kill(pid, 'SIGSTOP');
    try {
      const stoppedAt = performance.now();
      await vi.waitUntil(() => performance.now() > stoppedAt + PAUSE_MS, {
        timeout: PAUSE_MS + 5_000,
        interval: 500,
      });
      expect(await sweep(state)).toMatchObject({ status: 0 });
      expect(processState(pid)).toBe('T');
      expect(existsSync(stateFolder)).toBe(true);
      expect(existsSync(TOPO_GC_DIR)).toBe(true);
      expect(await objects.isRunning('box')).toBe(true);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    expect(await askAgent(environment, 'GET', '/v1/topologies/t')).toMatchObject({
      status: 200,
      body: { state: 'leased' },
    });
    await agent.end();
    await vi.waitUntil(() => processState(pid) === 'gone', { timeout: 10_000 });
    await vi.waitUntil(async () => (await sweep(state)).status === 0 && !existsSync(stateFolder), {
      timeout: SILENCE_MS + 20_000,
      interval: 1_000,
    });
    expect(await objects.left()).toEqual([]);
  },
);
