import { randomUUID } from 'node:crypto';
import { existsSync, lchownSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFailed, vi } from 'vitest';
import { engineCandidates } from '../../src/adapters/docker/connection/engine-address.ts';
import { findEngine } from '../../src/adapters/docker/starting/find-engine.ts';
import { thereBefore } from '../../src/adapters/docker/starting/there-before.ts';
import { systemClock } from '../../src/adapters/host/system-clock.ts';
import { AgentClient } from '../../src/adapters/ipc/agent-client.ts';
import { SocketServer } from '../../src/adapters/ipc/socket-server.ts';
import { makeSpool } from '../../src/adapters/ipc/spool/spool-file.ts';
import { StateFolder } from '../../src/adapters/journal/state-folder.ts';
import { startAgent } from '../../src/adapters/process/agent-process.ts';
import { drainInPlace } from '../../src/adapters/process/drain-process.ts';
import { jsonLog } from '../../src/adapters/process/json-log.ts';
import type { Report } from '../../src/domain/report/report.ts';
import { parseSettings, withDefaults } from '../../src/domain/settings.ts';
import type { MemberState } from '../../src/domain/topology/topology.ts';
import type { TopologyAnswer } from '../../src/protocol/topology-body.ts';
import { composeAgent } from '../../src/session/agent/compose-agent.ts';
import { filesIn } from '../../src/session/workplace.ts';
import { type ApiAnswer, askAgent, processState, untilProcess } from '../runner/model/job-agent.ts';

export interface AgentOptions {
  /** Thresholds are off unless one is set: what other tests do on the engine must not trigger anything. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The address of the engine, that of the tests unless said otherwise. */
  readonly host?: string | undefined;
  /** Further engines: their addresses by name. */
  readonly engines?: Readonly<Record<string, string>>;
  /** The uid that it runs as, in a process of its own; that of the tests unless said otherwise. */
  readonly user?: number;
}

const SCRIPT = fileURLToPath(new URL('../../src/entry/agent.ts', import.meta.url));
const AS_OWNER = fileURLToPath(new URL('../integration/fixtures/agent-as-owner.ts', import.meta.url));

const OFF = {
  'disk-threshold': 'off',
  'memory-threshold': 'off',
  'container-threshold': 'off',
  'network-threshold': 'off',
  'idle-collect': 'off',
  // A container whose grace a test wants to see is most often one that can't hear its signal.
  'deaf-containers': 'wait',
};

const BUDGET_MS = 30_000;

/** A real agent with a session of its own, and its client. */
export class AgentUnderTest implements AsyncDisposable {
  readonly #root = mkdtempSync(join(tmpdir(), 'topo-gc-agent-'));
  readonly #files = filesIn(this.#root);
  readonly #client = new AgentClient(this.#files.socket);
  readonly #end = new AsyncDisposableStack();
  /** A value of the label `topo-gc.session`. */
  readonly session = `tgc-test-${randomUUID().slice(0, 13)}`;
  readonly state = new StateFolder(join(this.#root, this.session));
  /** What the agent has logged: at once where it runs in this process, at its end otherwise. A test that fails shows it. */
  readonly logged: string[] = [];
  #script = SCRIPT;
  #pid: number | undefined;

  /** Starts one in this process. */
  static start(options: AgentOptions = {}): Promise<AgentUnderTest> {
    return AgentUnderTest.#begin(options, (test) => test.#serve());
  }

  /** Starts one in a process of its own, for faults of the process. */
  static startProcess(options: AgentOptions = {}): Promise<AgentUnderTest> {
    return AgentUnderTest.#begin(options, (test) => test.#spawn());
  }

  static async #begin(options: AgentOptions, run: (test: AgentUnderTest) => Promise<void>) {
    const test = new AgentUnderTest();
    showLogOnFailure(test);
    try {
      await test.#open(options);
      await run(test);
      return test;
    } catch (error) {
      await test[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** `TOPO_GC_DIR`. */
  get folder(): string {
    return this.#root;
  }

  get spool(): string {
    return this.#files.spool;
  }

  get socket(): string {
    return this.#files.socket;
  }

  /** Asks as a client without types would. */
  ask(method: string, path: string, body?: unknown): Promise<ApiAnswer> {
    return askAgent({ TOPO_GC_SOCKET: this.#files.socket }, method, path, body);
  }

  submit(submission: object, query = ''): Promise<TopologyAnswer> {
    return this.#client.post(`/v1/topologies${query}`, { body: submission });
  }

  topology(id: string): Promise<TopologyAnswer> {
    return this.#client.get(`/v1/topologies/${encodeURIComponent(id)}`);
  }

  /** Waits for a topology to be in that state. */
  untilTopology(id: string, state: MemberState): Promise<unknown> {
    return vi.waitUntil(async () => (await this.topology(id)).state === state, { timeout: 20_000 });
  }

  /** The final drain, unless said otherwise. */
  drain({ final = true, budgetMs = BUDGET_MS } = {}): Promise<Report> {
    return this.#client.drain({ final, budgetMs, onProgress: () => {} });
  }

  /** Ends its process as the kernel would. */
  async kill(): Promise<void> {
    const pid = this.#pid;
    this.#pid = undefined;
    // After its final drain it has ended by itself.
    if (pid === undefined || processState(pid) === 'gone') return;
    process.kill(pid, 'SIGKILL');
    await untilProcess(pid, 'gone');
  }

  /** Drains from the journal, in place of an agent that was killed. */
  drainInPlace(budgetMs = BUDGET_MS, signal = AbortSignal.timeout(budgetMs + 10_000)): Promise<Report> {
    return this.#drainInPlace('recovery', budgetMs, signal);
  }

  /** Drains as the sweep of a later job does. */
  sweep(): Promise<Report> {
    return this.#drainInPlace('sweep', BUDGET_MS, AbortSignal.timeout(BUDGET_MS + 10_000));
  }

  #drainInPlace(trigger: 'recovery' | 'sweep', budgetMs: number, signal: AbortSignal): Promise<Report> {
    return drainInPlace({
      script: this.#script,
      stateFolder: this.state.path,
      trigger,
      budgetMs,
      log: this.#files.log,
      onProgress: () => {},
      signal,
    });
  }

  /** What it logged in a process of its own. */
  readLog(): string {
    return readFileSync(this.#files.log, 'utf8');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#client.close();
    await this.#end.disposeAsync();
    if (existsSync(this.#files.log)) this.logged.push(this.readLog());
    rmSync(this.#root, { recursive: true, force: true });
  }

  async #serve(): Promise<void> {
    const log = jsonLog((line) => this.logged.push(line));
    const { agent, close } = await composeAgent(this.state, log);
    this.#end.defer(close);
    const path = this.#files.socket;
    const server = await SocketServer.listen({ path, service: agent, nonce: '', clock: systemClock, log });
    this.#end.defer(() => server.closeNow());
    agent.start();
  }

  async #spawn(): Promise<void> {
    this.#pid = await startAgent({
      script: this.#script,
      args: [this.state.path],
      env: process.env,
      log: this.#files.log,
      timeoutMs: 20_000,
    });
    this.#end.defer(() => this.kill());
  }

  /** Writes down what a main step would. */
  async #open({ inputs = {}, host, engines = {}, user }: AgentOptions): Promise<void> {
    const candidates = engineCandidates({
      env: process.env,
      ...(host !== undefined && { dockerHost: host }),
    });
    const { identity: engine } = await findEngine(candidates);
    const given = withDefaults({ ...OFF, ...inputs });
    const { removeImages } = parseSettings(given);
    const before = await thereBefore(engine, removeImages);
    const further = await Promise.all(
      Object.entries(engines).map(async ([name, address]) => {
        const { identity } = await findEngine([{ host: address, source: name }]);
        const guarded = { containers: [], networks: [], ...(await thereBefore(identity, removeImages)) };
        return { name, engine: identity, guarded };
      }),
    );
    this.state.create();
    await makeSpool(this.#files.spool);
    this.state.writeSession({
      version: further.length > 0 ? 2 : 1,
      session: { id: this.session, startedAt: engine.time, engineId: engine.id },
      ...(further.length > 0 && { engines: further }),
      engine,
      inputs: given,
      guarded: { containers: [], networks: [], ...before },
      folder: this.#root,
      socket: this.#files.socket,
      log: this.#files.log,
      workspace: this.#root,
    });
    symlinkSync(this.state.path, this.#files.stateLink);
    if (user !== undefined) this.#giveTo(user);
  }

  #giveTo(user: number): void {
    this.#script = AS_OWNER;
    for (const path of ['', ...readdirSync(this.#root, { recursive: true, encoding: 'utf8' })])
      lchownSync(join(this.#root, path), user, user);
  }
}

function showLogOnFailure({ logged }: AgentUnderTest): void {
  try {
    onTestFailed(() => console.error(logged.join('')));
  } catch {
    // Of tests side by side, nobody can tell which one this is.
  }
}
