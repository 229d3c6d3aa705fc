import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { systemClock } from '../adapters/host/system-clock.ts';
import { SocketServer } from '../adapters/ipc/socket-server.ts';
import { StateFolder } from '../adapters/journal/state-folder.ts';
import type { AgentMessage } from '../adapters/process/agent-process.ts';
import { jsonLog } from '../adapters/process/json-log.ts';
import { resetOomScore } from '../adapters/process/oom-score.ts';
import { identifyProcess } from '../adapters/process/process-identity.ts';
import type { DrainLine } from '../domain/drain-lines.ts';
import { describeError } from '../domain/errors.ts';
import { toProblem } from '../domain/problem.ts';
import { VERSION } from '../domain/version.ts';
import { composeAgent } from './compose-agent.ts';

const USAGE = `usage: agent STATE-FOLDER                     serves the socket that its session.json names
       agent STATE-FOLDER --drain MILLISECONDS  drains in place of an agent that is dead, NDJSON on standard output
`;

/** How long clients have to take their last answer, in ms. */
const LAST_ANSWERS_MS = 2_000;

/** The log goes to standard error, which the starter has put into a file. */
const log = jsonLog((line) => process.stderr.write(line));

async function serve(folder: StateFolder): Promise<void> {
  resetOomScore();
  const { agent, session, close } = await composeAgent(folder, log);
  const nonce = randomUUID();
  const identity = identifyProcess(process.pid);
  if (identity === undefined) throw new Error('/proc does not show this process: it has to be mounted');
  folder.writeAgent({ ...identity, nonce });
  const server = await SocketServer.listen({
    path: session.socket,
    service: agent,
    nonce,
    clock: systemClock,
    log,
  });
  agent.start();
  log.info(`agent ${VERSION} serves ${session.socket}`, { pid: process.pid, session: session.session });
  tellStarter({ ready: true });
  const signal = await Promise.race([
    agent.closed.then(() => 'the final drain'),
    once(process, 'SIGTERM').then(() => 'SIGTERM'),
    once(process, 'SIGINT').then(() => 'SIGINT'),
  ]);
  log.info(`the agent ends after ${signal}`);
  setTimeout(() => server.closeNow(), signal === 'the final drain' ? LAST_ANSWERS_MS : 0).unref();
  await server.close();
  await close();
}

async function drainInPlace(folder: StateFolder, budgetMs: number): Promise<void> {
  const write = (line: DrainLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
  try {
    const { agent, close } = await composeAgent(folder, log);
    const onProgress = (progress: object) => write({ type: 'progress', ...progress } as DrainLine);
    agent.start();
    write({ type: 'report', report: await agent.drain({ final: true, budgetMs, onProgress }) });
    await close();
  } catch (error) {
    log.error('the drain in place of the agent failed', { error });
    write({ type: 'problem', problem: toProblem(error) });
  }
}

function tellStarter(message: AgentMessage): void {
  process.send?.(message);
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { drain: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  const budgetMs = Number(values.drain ?? 1);
  if (path === undefined || more.length > 0 || !Number.isSafeInteger(budgetMs) || budgetMs < 1)
    throw new TypeError(USAGE);
  const folder = new StateFolder(path);
  await (values.drain === undefined ? serve(folder) : drainInPlace(folder, budgetMs));
}

main().then(
  () => process.exit(0),
  (error) => {
    const isUsage = error instanceof TypeError;
    if (isUsage) process.stderr.write(`${error.message}\n`);
    else log.error('the agent could not go on', { error });
    tellStarter({ failed: describeError(error) });
    process.exit(isUsage ? 2 : 1);
  },
);
