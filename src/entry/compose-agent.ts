import { existsSync } from 'node:fs';
import { DockerEngine } from '../adapters/docker/docker-engine.ts';
import { openRoute } from '../adapters/docker/engine-route.ts';
import { HostProbe } from '../adapters/host/host-probe.ts';
import { leftoversOfThisHost } from '../adapters/host/leftovers-with-sudo.ts';
import { systemClock } from '../adapters/host/system-clock.ts';
import { SpoolFolder } from '../adapters/ipc/spool-folder.ts';
import { FileJournal } from '../adapters/journal/file-journal.ts';
import { JournalNeighbours } from '../adapters/journal/neighbours.ts';
import type { SessionFile } from '../adapters/journal/session-files.ts';
import type { StateFolder } from '../adapters/journal/state-folder.ts';
import { processes } from '../adapters/process/lease-owners.ts';
import { logFilesIn } from '../adapters/report/log-files.ts';
import { writeReport } from '../adapters/report/report-file.ts';
import { writeReportPage } from '../adapters/report/report-page.ts';
import type { EngineIdentity } from '../domain/engine.ts';
import { fold } from '../domain/fold.ts';
import { emptyLedger, type Ledger } from '../domain/ledger.ts';
import type { Log, Sweeping } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import { parseSettings } from '../domain/settings.ts';
import { VERSION } from '../domain/version.ts';
import { Agent } from '../runtime/agent.ts';
import { AgentState } from '../runtime/agent-state.ts';
import { agentLives } from './agent-life.ts';
import { filesIn, pageTemplate } from './launch.ts';

/** The first argument of an agent that removes one thing, with more rights, for another one. */
export const LEFTOVERS = '--leftovers';

const LEFTOVERS_COMMAND = [process.execPath, process.argv[1] ?? '', LEFTOVERS];

/** How long the way to an engine may take to open, in ms. */
const ROUTE_MS = 10_000;

export interface ComposedAgent {
  readonly agent: Agent;
  readonly session: SessionFile;
  /** Ends what is under way, and closes the journal. */
  readonly close: () => Promise<void>;
}

/** How an agent comes to be put together. */
interface Circumstances {
  /** Where it drains in place of one that is dead: why, and when that one was last alive, in ms since the epoch. */
  readonly inPlace?: { readonly trigger: 'recovery' | 'sweep'; readonly lastAlive: number } | undefined;
  readonly sweeping?: Sweeping | undefined;
}

/** Puts an agent together from real parts, with what a predecessor wrote to the journal, if there was one. */
export async function composeAgent(
  folder: StateFolder,
  log: Log,
  { inPlace, sweeping }: Circumstances = {},
): Promise<ComposedAgent> {
  const session = folder.readSession();
  const { host, dataRoot } = session.engine;
  const route = await openRoute(session.engine, ROUTE_MS, folder.path);
  const { journal, ledger, isNew } = await openJournal(folder, log);
  const engine = new DockerEngine({ ...session.engine, ...route.endpoint });
  const state = new AgentState({ journal, log, ledger });
  if (isNew) await state.recordSynced({ type: 'opened', at: systemClock.now(), session: session.session });
  const settings = parseSettings(session.inputs);
  const engineAheadMs = aheadMs(session.engine);
  const agent = new Agent({
    engine,
    leftovers: leftoversOfThisHost({ roots: settings.pathRoots, command: LEFTOVERS_COMMAND }),
    identity: session.engine,
    state,
    // An engine elsewhere has its files elsewhere too.
    probe: new HostProbe({ diskPaths: isHere(host) ? [dataRoot, session.workspace] : [session.workspace] }),
    spool: new SpoolFolder(filesIn(session.folder).spool, {
      kept: folder.spool,
      onUnwatched: (error) => log.warn('the spool is not watched, but looked at every second', { error }),
    }),
    // A runner that has emptied its folder since does not want it back.
    ...(settings.saveLogs &&
      existsSync(session.folder) && { logFiles: logFilesIn(filesIn(session.folder).logs) }),
    processes,
    clock: systemClock,
    log,
    settings,
    inputs: session.inputs,
    guarded: session.guarded,
    neighbours: new JournalNeighbours({ own: folder, agentLives, log }),
    sweeping,
    engineNow: () => Date.now() + engineAheadMs,
    engineAheadMs,
    lastAlive: inPlace?.trigger === 'sweep' ? inPlace.lastAlive + engineAheadMs : undefined,
    ownFolders: [session.folder, folder.path],
    version: VERSION,
    pid: process.pid,
    keepReport: keeperOf(session.folder),
  });
  const close = async () => {
    agent.end();
    engine.close();
    await route[Symbol.asyncDispose]();
    await journal.close();
  };
  return { agent, session, close };
}

/** The page only where it is built, as sources run without; nothing where the folder is gone, as after a job. */
const keeperOf = (folder: string) => async (report: Report) => {
  if (!existsSync(folder)) return;
  const { reportJson, reportHtml } = filesIn(folder);
  await writeReport(reportJson, report);
  const template = pageTemplate();
  if (existsSync(template)) await writeReportPage(reportHtml, template, report);
};

async function openJournal(folder: StateFolder, log: Log) {
  if (!existsSync(folder.journal))
    return { journal: await FileJournal.create(folder.journal), ledger: emptyLedger(), isNew: true };
  const { journal, events, damage } = await FileJournal.reopen(folder.journal);
  if (damage !== undefined) log.warn(`the journal is damaged, what follows does not count: ${damage}`);
  const ledger: Ledger = emptyLedger();
  for (const event of events) fold(ledger, event);
  log.info(`went on with a journal of ${events.length} events`, { pending: ledger.pending.size });
  return { journal, ledger, isNew: ledger.session === undefined };
}

const isHere = (host: string): boolean => host.startsWith('unix://');

/** An engine on this host has the same time of day. */
const aheadMs = (engine: EngineIdentity): number => (isHere(engine.host) ? 0 : engine.aheadMs);
