import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { every, systemClock } from '../../adapters/host/system-clock.ts';
import { SocketServer } from '../../adapters/ipc/socket-server.ts';
import type { SessionFile } from '../../adapters/journal/session-files.ts';
import type { StateFolder } from '../../adapters/journal/state-folder.ts';
import { resetOomScore } from '../../adapters/process/oom-score.ts';
import { identifyProcess } from '../../adapters/process/process-identity.ts';
import { lockSession } from '../../adapters/process/session-lock.ts';
import { SpareMemory } from '../../adapters/process/spare-memory.ts';
import { describeError } from '../../domain/errors.ts';
import type { Log } from '../../domain/ports.ts';
import { isLeaking, type Report } from '../../domain/report/report.ts';
import { VERSION } from '../../domain/version.ts';
import type { Agent } from '../../runtime/agent.ts';
import { tidyUp } from '../tidy-up.ts';
import { BackgroundSweep } from './background-sweep.ts';
import { BEAT_MS, composeAgent } from './compose-agent.ts';
import { untilJobEnds } from './job-end.ts';

/** How often an agent checks whether it can give memory back, in ms. */
const MEMORY_MS = 1_000;

/** How long clients have to take their last answer, in ms. */
const LAST_ANSWERS_MS = 10_000;

/**
 * Runs the agent of a session at the socket that its `session.json` names. Resolves once the final drain is over, or a
 * signal has ended the agent.
 * @param onReady called once the agent answers
 * @throws TopoGcError `session-taken`; NotOwn; Error if it can't begin
 */
export async function serveSession(folder: StateFolder, log: Log, onReady: () => void): Promise<void> {
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
  onReady();
  sweeping.start();
  let orphanReport: Report | undefined;
  const orphaned = drainOrphaned(agent, session, log).then((report) => {
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
  // No other process would do so; if something is left, it waits for a sweep.
  if (orphanReport === undefined || isLeaking(orphanReport)) return;
  const stays = tidyUp(folder);
  if (stays !== undefined) log.warn(`the folder of the session is left: ${stays}`);
}

/** Drains for the last time once the job is over and no post step has drained. */
async function drainOrphaned(agent: Agent, session: SessionFile, log: Log): Promise<Report> {
  const why = await untilJobEnds(session);
  log.warn(`${why}: draining`);
  return agent.drain({ final: true, onProgress: () => {} });
}
