import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { serveLeftovers } from '../adapters/host/leftovers-request.ts';
import { every, systemClock } from '../adapters/host/system-clock.ts';
import { SocketServer } from '../adapters/ipc/socket-server.ts';
import type { SessionFile } from '../adapters/journal/session-files.ts';
import { StateFolder } from '../adapters/journal/state-folder.ts';
import type { AgentMessage } from '../adapters/process/agent-process.ts';
import { endAfter, outliveReaders } from '../adapters/process/end-after-output.ts';
import { jsonLog, linesTo } from '../adapters/process/json-log.ts';
import { resetOomScore } from '../adapters/process/oom-score.ts';
import { outliveMistakes } from '../adapters/process/outlive-mistakes.ts';
import { identifyProcess, untilGone } from '../adapters/process/process-identity.ts';
import { lockSession } from '../adapters/process/session-lock.ts';
import { SpareMemory } from '../adapters/process/spare-memory.ts';
import { describeError } from '../domain/errors.ts';
import { isLeaking, type Report } from '../domain/report/report.ts';
import { VERSION } from '../domain/version.ts';
import type { DrainLine } from '../protocol/drain-lines.ts';
import { toProblem } from '../protocol/problem.ts';
import type { Agent } from '../runtime/agent.ts';
import { BackgroundSweep } from '../session/background-sweep.ts';
import { BEAT_MS, composeAgent, LEFTOVERS } from '../session/compose-agent.ts';
import { takeOver } from '../session/take-over.ts';
import { tidyUp } from '../session/tidy-up.ts';

const USAGE = `usage: agent STATE-FOLDER
         serves the socket that its session.json names
       agent STATE-FOLDER --drain MILLISECONDS [--trigger recovery|sweep]
         drains in place of an agent that is dead, NDJSON on standard output
       agent ${LEFTOVERS}
         removes one thing for another agent, as a line on standard input says
`;

class UsageError extends Error {}

/** How often an agent looks whether it can give memory back, in ms. */
const MEMORY_MS = 1_000;

/** How long clients have to take their last answer, in ms. */
const LAST_ANSWERS_MS = 10_000;

/** The log goes to standard error, which the starter has put into a file. */
const log = jsonLog(linesTo(2));

/** How long a reader of a drain in place that does not read may hold this process, in ms. */
const READER_MS = 60_000;

async function serve(folder: StateFolder): Promise<void> {
  resetOomScore();
  folder.check();
  await lockSession(folder.path, folder.session);
  const sweeping = new BackgroundSweep(folder, folder.readSession(), log);
  const { agent, session, close } = await composeAgent(folder, log, { sweeping });
  const nonce = randomUUID();
  const identity = identifyProcess(process.pid);
  if (identity === undefined) throw new Error('/proc does not show this process: it has to be mounted');
  folder.writeAgent({ ...identity, nonce });
  const memory = new SpareMemory();
  using _beats = every(BEAT_MS, () => folder.beat());
  using _looks = every(MEMORY_MS, () => memory.look());
  const path = session.socket;
  const server = await SocketServer.listen({ path, service: agent, nonce, clock: systemClock, log });
  agent.start();
  log.info(`agent ${VERSION} serves ${path}`, { pid: process.pid, session: session.session });
  tellStarter({ ready: true });
  sweeping.start();
  let orphanReport: Report | undefined;
  const orphaned = drainOrphaned(agent, session).then((report) => {
    orphanReport = report;
    return agent.closed.then(() => 'the final drain');
  });
  const why = await Promise.race([
    agent.closed.then(() => 'the final drain'),
    orphaned.catch((error) => `a final drain that failed: ${describeError(error)}`),
    ...(['SIGTERM', 'SIGINT'] as const).map((signal) => once(process, signal).then(() => signal)),
  ]);
  log.info(`the agent ends after ${why}`);
  sweeping.end();
  const patience = systemClock.timeout(why === 'the final drain' ? LAST_ANSWERS_MS : 0);
  patience.addEventListener('abort', () => server.closeNow(), { once: true });
  await server.close();
  await close();
  // There is nobody else to do so; where something is left, it is for a sweep.
  if (orphanReport === undefined || isLeaking(orphanReport)) return;
  const stays = tidyUp(folder);
  if (stays !== undefined) log.warn(`the folder of the session is left: ${stays}`);
}

/** Drains for the last time once the process is gone that this agent works for. */
async function drainOrphaned(agent: Agent, { owner }: SessionFile): Promise<Report | undefined> {
  if (owner === undefined) return undefined;
  await untilGone(owner);
  log.warn(`the process ${owner.pid}, which this agent works for, is gone: draining`);
  return agent.drain({ final: true, onProgress: () => {} });
}

/** What of its budget a recovery may spend on waiting for a sweep that was there first. */
const WAIT_SHARE = 0.75;

async function drainInPlace(folder: StateFolder, budgetMs: number, trigger: 'recovery' | 'sweep') {
  // Who reads may be gone; what is under way goes on.
  outliveReaders();
  const endAt = systemClock.now() + budgetMs;
  const write = (line: DrainLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const onProgress = (progress: object) => write({ type: 'progress', ...progress } as DrainLine);
  try {
    await takeOver(folder, trigger === 'sweep' ? 0 : budgetMs * WAIT_SHARE, async () => {
      const { agent, close } = await composeAgent(folder, log, { isJobOver: trigger === 'sweep' });
      agent.start();
      const leftMs = endAt - systemClock.now();
      write({
        type: 'report',
        report: await agent.drain({ final: true, budgetMs: leftMs, trigger, onProgress }),
      });
      await close();
    });
  } catch (error) {
    log.error('the drain in place of the agent failed', { error });
    write({ type: 'problem', problem: toProblem(error) });
  }
}

function tellStarter(message: AgentMessage): void {
  process.send?.(message);
}

function readArguments() {
  const options = { drain: { type: 'string' }, trigger: { type: 'string', default: 'recovery' } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false, options });
  const [path, ...more] = positionals;
  const { drain, trigger } = values;
  const budgetMs = Number(drain ?? 1);
  const isValid = more.length === 0 && Number.isSafeInteger(budgetMs) && budgetMs > 0;
  if (path === undefined || !isValid || (trigger !== 'recovery' && trigger !== 'sweep'))
    throw new UsageError(USAGE);
  return { folder: new StateFolder(path), isDrain: drain !== undefined, budgetMs, trigger } as const;
}

async function main(): Promise<void> {
  if (process.argv[2] === LEFTOVERS) return serveLeftovers(process.stdin, process.stdout);
  const { folder, isDrain, budgetMs, trigger } = readArguments();
  outliveMistakes(log);
  await (isDrain ? drainInPlace(folder, budgetMs, trigger) : serve(folder));
}

function fail(error: unknown): number {
  const isUsage = error instanceof UsageError;
  if (isUsage) process.stderr.write(USAGE);
  else log.error('the agent could not go on', { error });
  tellStarter({ failed: describeError(error) });
  return isUsage ? 2 : 1;
}

endAfter(
  main().then(() => 0, fail),
  { patienceMs: READER_MS },
);
