import type { Engine } from '../../domain/engine.ts';
import { describeError, describeFault } from '../../domain/errors.ts';
import { causeOf } from '../../domain/leaks/cause-of.ts';
import type { Leak } from '../../domain/leaks/leak.ts';
import type { ContainerProcess, HostLeftovers, HostMember, Log, NetnsFolder } from '../../domain/ports.ts';
import { remember } from '../../domain/remember.ts';
import { isKnownAs, type KnownMember } from '../../domain/topology/known-member.ts';
import type { MemberFacts, NamedFacts, TopologyId } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import type { Ownership } from './ownership.ts';

interface ContainerNetnsOptions {
  readonly engine: Engine;
  readonly leftovers: HostLeftovers;
  readonly netnsFolder: NetnsFolder;
  readonly ownership: Ownership;
  readonly state: AgentState;
  readonly log: Log;
}

/** The name under which links are handed over and reported that came after their containers were taken. */
export const LATE_NETNS = 'late-links';

/** The maker of a container may be about to make its link. */
const MOST_SEEN = 1_000;

/**
 * The links in `/var/run/netns` to containers that go. Clients need not name them: whoever made the container may be
 * killed first. A link is recognized by its process while that lives, so the agent looks before the containers stop.
 */
export class ContainerNetns {
  readonly #options: ContainerNetnsOptions;
  /** Pids of taken containers, each verified to be that container's on this host; the values are container ids. */
  readonly #seen = new Map<number, string>();
  /** Taken containers whose links could not be looked for, and why; the keys are container ids. */
  readonly #unseen = new Map<string, { readonly member: MemberFacts; readonly why: string }>();

  constructor(options: ContainerNetnsOptions) {
    this.#options = options;
  }

  /**
   * Links to these members' containers that no client has named. Never rejects: `left` looks again for what can't be
   * looked for now, and `unconfirmed` reports it.
   * @param processes the pids that are known already
   */
  async of(
    members: readonly NamedFacts[],
    known: readonly KnownMember[],
    processes: readonly Partial<ContainerProcess>[] = [],
  ): Promise<NamedFacts[]> {
    const { netnsFolder, log } = this.#options;
    const containers = members.filter(({ kind }) => kind === 'container');
    try {
      if (containers.length === 0 || !(await netnsFolder.exists())) return [];
      const pids = (await Promise.all(containers.map((member) => this.#pidOf(member, processes)))).flat();
      return (await this.#linksTo(new Set(pids), known)).map(toFacts);
    } catch (error) {
      log.warn('links to the containers could not be looked for', { error });
      for (const member of containers) this.#noteUnseen(member, error);
      return [];
    }
  }

  /** Links to gone containers that came after the containers were taken. @throws Error if the folder can't be read */
  async left(): Promise<HostMember[]> {
    const { topologies } = this.#options.state.ledger;
    await Promise.all([...this.#unseen.values()].map(({ member }) => this.#pidOf(member, [])));
    const known = [...topologies.values()].flatMap(({ members }) => members);
    return this.#linksTo(new Set(this.#seen.keys()), known, ({ process }) => process?.isAlive === false);
  }

  /** What is not known, a line each; nothing if the folder holds no link that could be one of theirs. */
  async unconfirmed(): Promise<string[]> {
    if (this.#unseen.size === 0 || !(await this.#hasLinkOfGone())) return [];
    return [...this.#unseen.values()].map(
      ({ member, why }) => `links to the container ${member.name} could not be looked for: ${why}`,
    );
  }

  /** Links that are left after a drain. @throws Error if the folder can't be read */
  async leaks(): Promise<Leak[]> {
    const { leftovers, netnsFolder } = this.#options;
    const { topologies } = this.#options.state.ledger;
    const told = new Set(
      [...topologies.values()].flatMap(({ members }) => members.filter(isLink).map(({ id }) => id)),
    );
    const names = (await netnsFolder.linksTo(new Set(this.#seen.keys()))).filter((name) => !told.has(name));
    const leaks = names.map(async (name): Promise<Leak[]> => {
      const leak = { topology: LATE_NETNS as TopologyId, kind: 'netns', id: name, name } as const;
      try {
        const found = await leftovers.find('netns', name, 0);
        if (found?.process?.isAlive !== false) return [];
        return [{ ...leak, cause: 'failed', reason: 'points to a container of this session, which is gone' }];
      } catch (error) {
        return [{ ...leak, cause: causeOf(error), reason: describeError(error) }];
      }
    });
    return (await Promise.all(leaks)).flat();
  }

  /** Whether a link points to a process that is gone, or whether that can't be told. */
  async #hasLinkOfGone(): Promise<boolean> {
    const { leftovers, netnsFolder } = this.#options;
    try {
      const names = await netnsFolder.list();
      const found = await Promise.all(names.map((name) => leftovers.find('netns', name, 0)));
      return found.some((link) => link?.process?.isAlive === false);
    } catch {
      return true;
    }
  }

  async #pidOf(member: MemberFacts, processes: readonly Partial<ContainerProcess>[]): Promise<number[]> {
    const { engine, netnsFolder } = this.#options;
    const { id, site } = member;
    let found: Partial<ContainerProcess> | undefined;
    try {
      found = processes.find((process) => process.id === id) ?? (await engine.at(site).find('container', id));
    } catch (error) {
      this.#noteUnseen(member, error);
      return [];
    }
    // A container that is gone by now, and whose pid was never known, stays unseen.
    if (found !== undefined) this.#unseen.delete(id);
    const { pid } = found ?? {};
    // If the engine is elsewhere, the same pid belongs to another process here.
    if (pid === undefined || !(await netnsFolder.holds({ id, pid }))) return [];
    remember(this.#seen, pid, id, MOST_SEEN);
    return [pid];
  }

  /** A container whose pid is known is looked for by its pid. */
  #noteUnseen(member: MemberFacts, error: unknown): void {
    if ([...this.#seen.values()].includes(member.id)) return;
    remember(this.#unseen, member.id, { member, why: describeError(error) }, MOST_SEEN);
  }

  /** Links that belong to nobody else and that this process may remove. */
  async #linksTo(
    pids: ReadonlySet<number>,
    known: readonly KnownMember[],
    isWanted: (link: HostMember) => boolean = () => true,
  ): Promise<HostMember[]> {
    if (pids.size === 0) return [];
    const { leftovers, netnsFolder, ownership, log } = this.#options;
    const names = await netnsFolder.linksTo(pids);
    const found = await Promise.all(
      names.map((name) =>
        leftovers.find('netns', name, 0).catch((error) => {
          log.info(`the link ${name} to a container that goes can't be taken`, {
            error: describeError(error),
          });
          return undefined;
        }),
      ),
    );
    const links = found
      .filter((link) => link !== undefined)
      .filter((link) => isWanted(link) && !known.some((other) => isKnownAs(other, link)));
    const refusals = await ownership.refusals(
      links.map((link) => ({ ...toFacts(link), ref: link.id, field: LATE_NETNS, labels: {} })),
    );
    for (const { fault } of refusals) log.info(`not taken: ${describeFault(fault)}`);
    const foreign = new Set(refusals.map(({ member }) => member.id));
    return links.filter(({ id }) => !foreign.has(id));
  }
}

const isLink = ({ kind, state }: { readonly kind: string; readonly state: string }): boolean =>
  kind === 'netns' && state !== 'absent' && state !== 'removed';

const toFacts = ({ process: _, ...facts }: HostMember): NamedFacts => facts;
