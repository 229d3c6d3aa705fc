import { existsSync } from 'node:fs';
import { NodeEngines } from '../../adapters/docker/starting/node-engines.ts';
import { logFilesIn } from '../../adapters/files/log-files.ts';
import { isThere } from '../../adapters/files/missing.ts';
import { isOwnFolder } from '../../adapters/files/own-file.ts';
import { writeReport, writeReportPage } from '../../adapters/files/report-files.ts';
import { leftoversOfThisHost, NETNS_FOLDER } from '../../adapters/host/leftovers-with-sudo.ts';
import { mountsOfThisHost } from '../../adapters/host/mount-table.ts';
import { NetnsOfContainers } from '../../adapters/host/netns-of-containers.ts';
import { HostProbe } from '../../adapters/host/probe/host-probe.ts';
import { systemClock } from '../../adapters/host/system-clock.ts';
import { SpoolFolder } from '../../adapters/ipc/spool/spool-folder.ts';
import { FileJournal } from '../../adapters/journal/file-journal.ts';
import { JournalNeighbours } from '../../adapters/journal/neighbours.ts';
import type { SessionFile } from '../../adapters/journal/session-files.ts';
import type { StateFolder } from '../../adapters/journal/state-folder.ts';
import { processes } from '../../adapters/process/lease-owners.ts';
import { fold } from '../../domain/ledger/fold.ts';
import { emptyLedger, type Ledger } from '../../domain/ledger/ledger.ts';
import { hostMoment } from '../../domain/moment.ts';
import type { Log, Sweeping } from '../../domain/ports.ts';
import type { Report } from '../../domain/report/report.ts';
import { parseSettings } from '../../domain/settings.ts';
import type { Site } from '../../domain/site.ts';
import { VERSION } from '../../domain/version.ts';
import { Agent } from '../../runtime/agent.ts';
import { AgentState } from '../../runtime/agent-state.ts';
import { agentLives } from '../session-use.ts';
import { filesIn, pageTemplate } from '../workplace.ts';
import { isHere, openRoutes, openSites } from './open-sites.ts';

/** The first argument of a process that removes one thing, with more rights, for an agent. */
export const LEFTOVERS = '--leftovers';

const LEFTOVERS_COMMAND = [process.execPath, process.argv[1] ?? '', LEFTOVERS];

/** How often an agent shows that it is alive, in ms. */
export const BEAT_MS = 250;

export interface ComposedAgent {
  readonly agent: Agent;
  readonly session: SessionFile;
  /** Ends what is under way, and closes the journal. */
  readonly close: () => Promise<void>;
}

/** The circumstances in which an agent starts. */
interface Circumstances {
  /** Whether it takes the place of one whose job is over. */
  readonly isJobOver?: boolean;
  readonly sweeping?: Sweeping | undefined;
}

/** Builds an agent from real parts, with a predecessor's journal if there was one. */
export async function composeAgent(
  folder: StateFolder,
  log: Log,
  { isJobOver = false, sweeping }: Circumstances = {},
): Promise<ComposedAgent> {
  const session = folder.readSession();
  const routes = await openRoutes(session, folder.path);
  // Read before this agent is seen alive in its place.
  const { lastAlive } = folder;
  const { journal, ledger, isNew } = await openJournal(folder, log);
  const takesPlace = !isNew || isJobOver;
  const { sites, close: closeSites } = await openSites(
    routes,
    takesPlace ? hostMoment(lastAlive, lastAlive + BEAT_MS) : undefined,
    log,
  );
  const here = sites.filter(({ identity }) => isHere(identity.host));
  const state = new AgentState({ journal, log, ledger });
  if (isNew) await state.recordSynced({ type: 'opened', at: systemClock.now(), session: session.session });
  const settings = parseSettings(session.inputs);
  const swarmNodes =
    settings.swarmNodes.kind === 'none'
      ? undefined
      : new NodeEngines({ hosts: settings.swarmNodes, env: process.env, folder: folder.path, log });
  const agent = new Agent({
    sites,
    netnsFolder: new NetnsOfContainers(NETNS_FOLDER),
    leftovers: leftoversOfThisHost({ roots: settings.pathRoots, command: LEFTOVERS_COMMAND }),
    ...(here.length > 0 && { mountTable: mountsOfThisHost }),
    state,
    swarmNodes,
    // The files of an engine elsewhere are elsewhere too.
    probe: new HostProbe({
      diskPaths: [...here.map(({ identity }) => identity.dataRoot), session.workspace],
      unseen: sites.length > 1 ? sites.filter((site) => !here.includes(site)).map(whyUnseen) : [],
    }),
    spool: new SpoolFolder(filesIn(session.folder).spool, {
      kept: folder.spool,
      onUnwatched: (error) =>
        log.warn('the spool cannot be watched: the agent looks at it every second', { error }),
    }),
    // A runner that has since emptied its folder does not want the folder back, and another user may have taken its
    // name.
    ...(settings.saveLogs &&
      isOwnFolder(session.folder) && { logFiles: logFilesIn(filesIn(session.folder).logs) }),
    processes,
    clock: systemClock,
    log,
    settings,
    inputs: session.inputs,
    neighbours: new JournalNeighbours({ own: folder, agentLives, log }),
    ...(takesPlace && { predecessor: { isJobOver } }),
    sweeping,
    ownFolders: [session.folder, folder.path],
    version: VERSION,
    pid: process.pid,
    keepReport: keeperOf(session.folder),
  });
  const close = async () => {
    agent.end();
    await swarmNodes?.[Symbol.asyncDispose]();
    await closeSites();
    await journal.close();
  };
  return { agent, session, close };
}

const whyUnseen = ({ name, identity }: Site): string =>
  `the engine ${name ?? identity.host} is on another host`;

/**
 * Writes the page only if it is built, as sources run without it; writes nothing if the folder is gone, as after a job,
 * or belongs to another user.
 */
const keeperOf = (folder: string) => async (report: Report) => {
  if (!isOwnFolder(folder)) return;
  const { reportJson, reportHtml } = filesIn(folder);
  await writeReport(reportJson, report);
  const template = pageTemplate();
  if (existsSync(template)) await writeReportPage(reportHtml, template, report);
};

async function openJournal(folder: StateFolder, log: Log) {
  if (!isThere(folder.journal))
    return { journal: await FileJournal.create(folder.journal), ledger: emptyLedger(), isNew: true };
  const { journal, events, damage } = await FileJournal.reopen(folder.journal);
  if (damage !== undefined) log.warn(`the journal is damaged, what follows does not count: ${damage}`);
  const ledger: Ledger = emptyLedger();
  for (const event of events) fold(ledger, event);
  log.info(`went on with a journal of ${events.length} events`, { pending: ledger.pending.size });
  return { journal, ledger, isNew: ledger.session === undefined };
}
