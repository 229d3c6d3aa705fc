import { systemClock } from '../adapters/host/system-clock.ts';
import type { SweepTries } from '../adapters/journal/session-files.ts';
import type { StateFolder } from '../adapters/journal/state-folder.ts';
import { changedAt, type ForeignState, removeAside, statesUnder } from '../adapters/journal/state-root.ts';
import { drainInPlace } from '../adapters/process/drain-process.ts';
import { describeError, TopoGcError } from '../domain/errors.ts';
import { addCounts, NO_MEMBERS } from '../domain/removal/collection.ts';
import { isLeaking, type Report } from '../domain/report/report.ts';
import type { SweptSession } from '../domain/report/swept.ts';
import { agentLives, sessionUser } from './session-use.ts';
import { isDue, noteTry, triesOf } from './sweep-tries.ts';
import { tidyUp } from './tidy-up.ts';

export interface SweepOptions {
  readonly root: string;
  /** The agent's bundle. */
  readonly script: string;
  /** The log of the processes that drain in place of dead agents. */
  readonly log: string;
  /** Ends the work; the next sweep goes on with it. */
  readonly signal?: AbortSignal;
  /** For each of the dead agents. */
  readonly budgetMs: number;
  /** Whether to pause, longer each time, before another try at what could not be removed. */
  readonly isPatient: boolean;
  readonly onSwept: (swept: SweptSession, report?: Report) => void;
  /** Called for a session whose agent is dead and that is in use; the sweep leaves it alone. */
  readonly onInUse: (session: string, why: string) => void;
  /** Called for a folder of another user; the sweep leaves it alone. */
  readonly onForeign: (state: ForeignState) => void;
  /** Called for a fault outside any session: the root can't be read, or a folder of a session that is over stays. */
  readonly onFault: (what: string) => void;
}

/** How long a folder may have no agent before its agent counts as dead, in ms. */
const STARTING_MS = 60_000;

const OVER = 'there was no time for it; the next sweep goes on';

/** Collects what dead agents have left, one after the other, and leaves alone what is in use. Never rejects. */
export async function sweep(options: SweepOptions): Promise<void> {
  for (const [folder, tries] of await whatIsThere(options)) {
    // What waits for its next try costs nothing more: there may be a thousand such sessions.
    if (options.isPatient && !isDue(tries, systemClock.timeOfDay())) continue;
    try {
      await sweepOne(folder, options);
    } catch (error) {
      // Its agent has been started again since, or another sweep was faster.
      if (error instanceof TopoGcError && error.code === 'session-taken') continue;
      const why = options.signal?.aborted ? OVER : describeError(error);
      if (!options.signal?.aborted) noteTry(folder);
      // Another sweep may have been faster.
      if (changedAt(folder.path) !== undefined) options.onSwept(failed(folder, why));
    }
  }
}

const failed = ({ session }: StateFolder, why: string): SweptSession => ({
  session,
  removed: NO_MEMBERS,
  leaks: [],
  failed: why,
});

/** So many folders are read before the agent of this process may answer again. */
const READ_AT_ONCE = 20;

/** The sessions, each with its tries so far. Those with the fewest tries first: a slow one holds up no other. */
async function whatIsThere({
  root,
  onForeign,
  onFault,
}: SweepOptions): Promise<[StateFolder, SweepTries | undefined][]> {
  try {
    removeAside(root, (path, error) => onFault(`${path} could not be removed: ${describeError(error)}`));
    const { own, foreign } = statesUnder(root);
    for (const state of foreign) onForeign(state);
    const tried: [StateFolder, SweepTries | undefined][] = [];
    for (const folder of own) {
      if (tried.length % READ_AT_ONCE === READ_AT_ONCE - 1) await systemClock.sleep(0);
      tried.push([folder, triesOf(folder)]);
    }
    return tried.toSorted(([, a], [, b]) => (a?.count ?? 0) - (b?.count ?? 0));
  } catch (error) {
    onFault(`${root} could not be read: ${describeError(error)}`);
    return [];
  }
}

async function sweepOne(folder: StateFolder, options: SweepOptions): Promise<void> {
  const { script, log, signal, budgetMs, onSwept, onInUse, onFault } = options;
  if (await agentLives(folder)) return;
  if (changedAt(folder.sessionFile) === undefined) {
    // The process that made the folder was killed before the folder held anything.
    if (isOlder(folder.path)) folder.remove();
    return;
  }
  if (folder.readAgent() === undefined && !isOlder(folder.sessionFile)) return;
  const user = await sessionUser(folder);
  if (user !== undefined) return onInUse(folder.session, user);
  if (signal?.aborted) throw signal.reason;
  const began = systemClock.timeOfDay();
  const report = await drainInPlace({
    script,
    stateFolder: folder.path,
    budgetMs,
    trigger: 'sweep',
    log,
    onProgress: () => {},
    signal: AbortSignal.any([systemClock.timeout(budgetMs * 2), ...(signal ? [signal] : [])]),
  });
  if (isLeaking(report)) noteTry(folder);
  else {
    const stays = tidyUp(folder);
    if (stays !== undefined) onFault(`a folder of the session ${folder.session} is left: ${stays}`);
  }
  onSwept(describeSwept(folder, report, began), report);
}

function describeSwept({ session }: StateFolder, report: Report, began: number): SweptSession {
  const { collections, leaks, unconfirmed, strays } = report;
  const now = collections.filter(({ startedAt }) => startedAt >= began);
  return {
    session,
    removed: now.map(({ removed }) => removed).reduce(addCounts, NO_MEMBERS),
    leaks,
    ...(unconfirmed !== undefined && { unconfirmed }),
    ...(strays !== undefined && { strays }),
  };
}

function isOlder(path: string): boolean {
  const at = changedAt(path);
  return at !== undefined && systemClock.timeOfDay() - at >= STARTING_MS;
}
