import type { ContainerFacts } from '../../../domain/kinds/container.ts';
import {
  firstBelow,
  firstBelowAnonymous,
  isAnonymous,
  type MountBelow,
  type VolumePlace,
} from '../../../domain/kinds/mount-below.ts';
import { LeakError } from '../../../domain/leaks/leak-cause.ts';
import type { Log, MountTable } from '../../../domain/ports.ts';
import { type AtSite, type Sites, siteOf } from '../../../domain/site.ts';
import { quoteForShell } from '../../../domain/text/quote-for-shell.ts';
import { type MemberFacts, type MemberKey, memberKey } from '../../../domain/topology/topology.ts';
import type { AgentState } from '../../agent-state.ts';

interface MountGuardOptions {
  readonly state: AgentState;
  readonly sites: Sites;
  /** The mounts of this host; absent if every engine is elsewhere. */
  readonly mountTable?: MountTable | undefined;
  readonly log: Log;
}

/** A volume stays, as its removal would empty what is mounted below it (moby#35323). */
class MountedBelow extends LeakError {
  override readonly name = 'MountedBelow';

  constructor(what: string, path: string, volume: string) {
    super(
      'mounted',
      `${what} mounted below it, at ${path}, and its removal would empty that: umount ${quoteForShell(path)}, then docker volume rm ${volume}`,
    );
  }
}

const keyOf = (volume: string, { site }: AtSite): MemberKey =>
  memberKey({ kind: 'volume', id: volume, ...(site !== undefined && { site }) });

/** Keeps the engine from removing a volume below which something of the host is mounted. Nothing is unmounted here. */
export class MountGuard {
  readonly #options: MountGuardOptions;
  /** Per volume, what a container of this session has or had mounted below it. */
  readonly #told = new Map<MemberKey, MountBelow>();
  /** Volumes below which this process has seen a mount: it would also see that the mount is gone. */
  readonly #seen = new Set<MemberKey>();

  constructor(options: MountGuardOptions) {
    this.#options = options;
    const { state } = options;
    for (const { members } of state.ledger.topologies.values()) this.#note(members);
    state.subscribe((event) => {
      if (event.type === 'submitted') this.#note(event.members);
    });
  }

  /**
   * @param place the folder of the volume's files, if the engine reports it
   * @throws LeakError `mounted` if something is, or may be, mounted at or below it
   */
  async checkVolume(
    { name, site }: Pick<MemberFacts, 'name' | 'site'>,
    place: VolumePlace | undefined,
  ): Promise<void> {
    const path = place && firstBelow(await this.#resolved(place), await this.#mounted({ site }));
    const key = keyOf(name, { site });
    const told = this.#told.get(key);
    if (path !== undefined) {
      this.#seen.add(key);
      throw new MountedBelow(
        told === undefined ? 'something of the host is' : `${told.source} is`,
        path,
        name,
      );
    }
    if (told !== undefined && !this.#seen.has(key))
      throw new MountedBelow(
        `a container has had ${told.source}, which may still be`,
        `${place?.mountpoint ?? 'its folder'}/${told.path}`,
        name,
      );
  }

  /** Whether the removal of a container would also remove a volume below which something is mounted. */
  async isAbove(container: Pick<ContainerFacts, 'name' | 'site' | 'volumes'>): Promise<boolean> {
    const anonymous = (container.volumes ?? []).filter(isAnonymous);
    if (anonymous.length === 0) return false;
    const mounted = await this.#mounted(container);
    return anonymous.some((volume) => {
      const key = keyOf(volume, container);
      const isMounted = firstBelowAnonymous(volume, mounted) !== undefined;
      if (isMounted) this.#seen.add(key);
      const isTold = this.#told.has(key) && !this.#seen.has(key);
      return isMounted || isTold;
    });
  }

  #note(members: readonly MemberFacts[]): void {
    for (const member of members)
      for (const mount of (member.kind === 'container' && member.below) || [])
        this.#told.set(keyOf(mount.volume, member), mount);
  }

  /** Mounts have no links in their paths, but an operator may have linked the volumes to another disk. */
  async #resolved({ mountpoint, isMount }: VolumePlace): Promise<VolumePlace> {
    return { mountpoint: (await this.#options.mountTable?.resolve(mountpoint)) ?? mountpoint, isMount };
  }

  /** The mounts on an engine's host. If the table can't be read, what containers have shown still counts. */
  async #mounted(member: AtSite): Promise<readonly string[]> {
    const { mountTable, sites, log } = this.#options;
    if (sites.length > 1 && !siteOf(sites, member).traits.isOnThisHost) return [];
    try {
      return (await mountTable?.list()) ?? [];
    } catch (error) {
      log.warn('the mounts of this host can not be read', { error });
      return [];
    }
  }
}
