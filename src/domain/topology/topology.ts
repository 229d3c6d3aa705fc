import type { Needs } from '../kinds/container-needs.ts';
import type { MountBelow } from '../kinds/mount-below.ts';
import type { LeakCause } from '../leaks/leak-cause.ts';
import { boundedMs } from '../text/quantities.ts';

/** What the engine holds and a topology can name. */
export type EngineKind = 'container' | 'network' | 'volume';

/** What tests leave on the host: a link to a container's network namespace, and a path. */
export type HostKind = 'netns' | 'path';

/** What a client can name. */
export type NamedKind = EngineKind | HostKind;

/** Images are nobody's to name: they are found where `remove-images` asks for it. */
export type MemberKind = NamedKind | 'image';

export const isHostKind = (kind: MemberKind): kind is HostKind => kind === 'netns' || kind === 'path';

export const isEngineKind = (kind: MemberKind): kind is EngineKind => !isHostKind(kind) && kind !== 'image';

/** By which field of a submission members of a kind are named. */
export const FIELDS = {
  container: 'containers',
  network: 'networks',
  volume: 'volumes',
  netns: 'netns',
  path: 'paths',
} as const satisfies Record<NamedKind, string>;

/** From the furthest behind to the furthest ahead; a topology is in the state of its member furthest behind. */
export const MEMBER_STATES = [
  'failed',
  'leased',
  'submitted',
  'stopping',
  'stopped',
  'removing',
  'removed',
  'dropped',
  'absent',
] as const;

export type MemberState = (typeof MEMBER_STATES)[number];

export type TopologyId = string & { readonly __brand: 'TopologyId' };

/** `kind:id`, unique on an engine and its host; `site/kind:id` where the session has several engines. */
export type MemberKey = string & { readonly __brand: 'MemberKey' };

/** What the engine, or the host, said of a member when it was submitted; it never changes afterwards. */
export interface MemberFacts {
  readonly kind: MemberKind;
  /** The engine's id; of a volume its name, as the engine has no other; of a link its name, of a path the path. */
  readonly id: string;
  readonly name: string;
  /** ISO 8601, the engine's clock; of a link or a path, the host's. Of something absent there is none. */
  readonly createdAt?: string;
  /**
   * `createdAt` moves with what is written: of a volume on an engine before 23.0 (moby#44364), and of a path on a file system
   * that keeps no time of birth. It is the latest that can be.
   */
  readonly createdAtMoves?: boolean;
  /** Which engine holds it, where the session has several. */
  readonly site?: string;
  /** Of a link or a path: which file it is, as its name can be taken again. Equal or not, it says nothing else. */
  readonly file?: string;
  /** Of a network, a volume or an image: goes only when nobody uses it any more, and may stay. */
  readonly shared?: boolean;
  /** Of a container: the image that it was made from, as its maker named it. */
  readonly image?: string;
  /** Of a container: names of the volumes that it has mounted. */
  readonly volumes?: readonly string[];
  /** Of a container: what the host has mounted below its volumes because of it. */
  readonly below?: readonly MountBelow[];
  /** Of a container: what has to outlive it. */
  readonly needs?: Needs;
  /** Of a container: ids of the containers that need it, and have to stop before it. */
  readonly stopsAfter?: readonly string[];
  /** Of a volume that nobody has named, and that a container of the topology has mounted: why it must not be removed. */
  readonly foreign?: string;
  /** Of a container: ids of the networks it is attached to, which can't go before it. */
  readonly networks?: readonly string[];
  /** Of a container: ms between the stop signal and the kill. */
  readonly graceMs?: number;
  /** Of a container: it would be revived by its restart policy. */
  readonly restarts?: boolean;
  /** Of a container: the engine removes it by itself once it has stopped (`--rm`). */
  readonly autoRemove?: boolean;
  /** Of a container: its first process is the engine's own, which hands signals on (`--init`). */
  readonly init?: boolean;
}

/** The same of what a client has named. */
export interface NamedFacts extends MemberFacts {
  readonly kind: NamedKind;
}

/** A member and how far it is. Times are ms since the epoch, the agent's monotonic clock. */
export interface Member extends MemberFacts {
  readonly state: MemberState;
  readonly submittedAt: number;
  readonly stoppingAt?: number;
  readonly stoppedAt?: number;
  readonly removingAt?: number;
  readonly removedAt?: number;
  /** The last failure, in the engine's words or the host's; it stays on a shared member that was left in use. */
  readonly error?: string;
  /** Of a member that failed: why, as programs read it. */
  readonly cause?: LeakCause;
  /** Of a container: the file with its log, or why that could not be saved. */
  readonly savedLog?: { readonly file?: string; readonly error?: string };
}

export type MemberOf<K extends MemberKind> = Member & { readonly kind: K };

export interface Topology {
  readonly id: TopologyId;
  readonly name: string;
  /** When it was announced, where it was leased before. */
  readonly leasedAt?: number;
  readonly submittedAt: number;
  /** For all its containers; absent: each container's own. */
  readonly stopTimeoutMs?: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly members: readonly Member[];
}

export const memberKey = ({ kind, id, site }: Pick<MemberFacts, 'kind' | 'id' | 'site'>): MemberKey =>
  (site === undefined ? `${kind}:${id}` : `${site}/${kind}:${id}`) as MemberKey;

/**
 * A volume's name is its id, and a name can be taken again: it is the same only if it was created at the same time; a link
 * or a path, if it is the same file.
 */
export const isSameMember = (a: MemberFacts, b: MemberFacts): boolean =>
  a.kind === b.kind &&
  a.id === b.id &&
  a.site === b.site &&
  a.file === b.file &&
  (a.kind !== 'volume' || a.createdAt === b.createdAt || a.createdAtMoves === true);

/** True once nothing is left to be done for a member. */
export const isDone = (member: Pick<Member, 'state'>): boolean =>
  member.state === 'removed' || member.state === 'dropped' || member.state === 'absent';

/** True of a shared member that was left to others who use it. */
export const isKept = (member: Pick<Member, 'state' | 'error'>): boolean =>
  member.state === 'removed' && member.error !== undefined;

export const isPending = (topology: Topology): boolean => topology.members.some((member) => !isDone(member));

/** `absent` where all members are, else the state of the member furthest behind. */
export function topologyState(topology: Pick<Topology, 'members'>): MemberState {
  const ranks = topology.members.map((member) => MEMBER_STATES.indexOf(member.state));
  const present = ranks.filter((rank) => rank < MEMBER_STATES.indexOf('absent'));
  return MEMBER_STATES[Math.min(...present)] ?? 'absent';
}

/** ms between the stop signal and the kill; a day where it is longer. */
export const graceOf = (topology: Topology, member: Member): number =>
  boundedMs(topology.stopTimeoutMs ?? member.graceMs ?? 0);

export const membersOf = <K extends MemberKind>(topology: Topology, kind: K): MemberOf<K>[] =>
  topology.members.filter((member): member is MemberOf<K> => member.kind === kind);
