import { dirname } from 'node:path';
import { fold } from '../../domain/ledger/fold.ts';
import { emptyLedger, pendingTopologies } from '../../domain/ledger/ledger.ts';
import { hostMoment } from '../../domain/moment.ts';
import type { Log, NeighbourSession, Neighbours } from '../../domain/ports.ts';
import { remember } from '../../domain/remember.ts';
import { isDone, type MemberKey, memberKey } from '../../domain/topology/topology.ts';
import { isMissing } from '../files/missing.ts';
import { systemClock } from '../host/system-clock.ts';
import { readJournal } from './journal-reading.ts';
import type { StateFolder } from './state-folder.ts';
import { changedAt, statesUnder } from './state-root.ts';

interface NeighboursOptions {
  readonly own: StateFolder;
  /** @throws Error if that can't be known */
  readonly agentLives: (folder: StateFolder) => Promise<boolean>;
  readonly log: Log;
}

interface Known {
  readonly changedAt: number;
  readonly held: readonly MemberKey[];
}

/** A file that changes twice in one tick of the file system's clock shows one time for both; in ms, with a margin. */
const TICK_MS = 1000;

/** So many dead agents are remembered. */
const MOST_DEAD = 10_000;

/** The other agents with state beside ours, by their journals; each is read again only after a change. */
export class JournalNeighbours implements Neighbours {
  readonly #options: NeighboursOptions;
  readonly #known = new Map<string, Known>();
  /** When the folder of a dead agent last changed, by its path. */
  readonly #dead = new Map<string, number>();
  /** Each unreadable neighbour is logged once, though each submission reads it again. */
  readonly #told = new Set<string>();

  constructor(options: NeighboursOptions) {
    this.#options = options;
  }

  /** An unreadable journal affects only that neighbour: what it holds is then not known, and the log says so. */
  async held(): Promise<ReadonlyMap<MemberKey, string>> {
    const held = new Map<MemberKey, string>();
    for (const folder of this.#others()) {
      try {
        for (const key of await this.#heldIn(folder)) held.set(key, folder.session);
      } catch (error) {
        this.#tell(`what a neighbour holds is not known: ${folder.path}`, error);
      }
    }
    return held;
  }

  /** A session that can't be read is not among them, and the log says so. */
  async sessions(): Promise<readonly NeighbourSession[]> {
    return this.#others().flatMap((folder) => {
      try {
        // An agent that was never alive has done nothing.
        if (folder.lastAlive === 0) return [];
        return [{ ...folder.readSession().session, lastAlive: hostMoment(folder.lastAlive) }];
      } catch (error) {
        if (!isMissing(error)) this.#tell(`the session of a neighbour is not known: ${folder.path}`, error);
        return [];
      }
    });
  }

  #others(): StateFolder[] {
    const { path } = this.#options.own;
    try {
      return statesUnder(dirname(path)).own.filter((folder) => folder.path !== path);
    } catch (error) {
      this.#tell(`the neighbours are not known: ${dirname(path)}`, error);
      return [];
    }
  }

  async #heldIn(folder: StateFolder): Promise<readonly MemberKey[]> {
    if (!(await this.#lives(folder))) return [];
    const at = changedAt(folder.journal);
    if (at === undefined) return [];
    const known = this.#known.get(folder.path);
    if (known?.changedAt === at) return known.held;
    const ledger = emptyLedger();
    for (const event of (await readJournal(folder.journal)).events) fold(ledger, event);
    const pending = pendingTopologies(ledger).flatMap(({ members }) => members);
    const leased = [...ledger.leases.values()].flatMap(({ members }) => members);
    // Each agent has its own names for engines, so that what is held counts on any of them.
    const held = [...pending.filter((member) => !isDone(member)), ...leased].map(({ kind, id }) =>
      memberKey({ kind, id }),
    );
    if (systemClock.timeOfDay() - at > TICK_MS) this.#known.set(folder.path, { changedAt: at, held });
    return held;
  }

  /** A process that begins to work for a session takes its lock, a new file in the folder: until then a dead one is dead. */
  async #lives(folder: StateFolder): Promise<boolean> {
    const at = changedAt(folder.path);
    if (at !== undefined && this.#dead.get(folder.path) === at) return false;
    const askedAt = systemClock.timeOfDay();
    if (await this.#options.agentLives(folder)) return true;
    if (at !== undefined && askedAt - at > TICK_MS) remember(this.#dead, folder.path, at, MOST_DEAD);
    return false;
  }

  #tell(message: string, error: unknown): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.#options.log.warn(message, { error });
  }
}
