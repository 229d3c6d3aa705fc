import { dirname } from 'node:path';
import { fold } from '../../domain/fold.ts';
import { emptyLedger, pendingTopologies } from '../../domain/ledger.ts';
import type { Log, Neighbours } from '../../domain/ports.ts';
import { isDone, type MemberKey, memberKey } from '../../domain/topology.ts';
import { readJournal } from './journal-reading.ts';
import type { StateFolder } from './state-folder.ts';
import { changedAt, stateFolders } from './state-folders.ts';

interface NeighboursOptions {
  readonly own: StateFolder;
  readonly agentLives: (folder: StateFolder) => boolean;
  readonly log: Log;
}

interface Known {
  readonly changedAt: number;
  readonly held: readonly MemberKey[];
}

/** A file that changes twice in one tick of the file system's clock shows one time of both, in ms and to be sure. */
const TICK_MS = 1000;

/** The other agents whose state is beside ours, by their journals, each read again only when it has changed. */
export class JournalNeighbours implements Neighbours {
  readonly #options: NeighboursOptions;
  readonly #known = new Map<string, Known>();

  constructor(options: NeighboursOptions) {
    this.#options = options;
  }

  async held(): Promise<ReadonlyMap<MemberKey, string>> {
    const { own } = this.#options;
    const held = new Map<MemberKey, string>();
    for (const folder of stateFolders(dirname(own.path))) {
      if (folder.path === own.path || !this.#options.agentLives(folder)) continue;
      for (const key of await this.#heldIn(folder)) held.set(key, folder.session);
    }
    return held;
  }

  async #heldIn(folder: StateFolder): Promise<readonly MemberKey[]> {
    const at = changedAt(folder.journal);
    if (at === undefined) return [];
    const known = this.#known.get(folder.path);
    if (known?.changedAt === at) return known.held;
    try {
      const ledger = emptyLedger();
      for (const event of (await readJournal(folder.journal)).events) fold(ledger, event);
      const pending = pendingTopologies(ledger).flatMap(({ members }) => members);
      const leased = [...ledger.leases.values()].flatMap(({ members }) => members);
      const held = [...pending.filter((member) => !isDone(member)), ...leased].map(memberKey);
      if (Date.now() - at > TICK_MS) this.#known.set(folder.path, { changedAt: at, held });
      return held;
    } catch (error) {
      this.#options.log.warn(`the journal of a neighbour can't be read: ${folder.journal}`, { error });
      return [];
    }
  }
}
