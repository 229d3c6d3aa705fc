import type { Fault } from '../errors.ts';
import type { Reach } from '../kinds/container-needs.ts';
import type { VolumePlace } from '../kinds/mount-below.ts';
import { type EngineMoment, engineMoment, isNotOlder, isNotYounger } from '../moment.ts';
import { madeOnEngine } from '../topology/made-at.ts';
import { isMeantBy } from '../topology/member-ref.ts';
import {
  isHostKind,
  type MemberFacts,
  type MemberKey,
  memberKey,
  type NamedFacts,
} from '../topology/topology.ts';
import { type HostRules, whyHostProtected } from './host-protection.ts';
import { whyOwnedElsewhere } from './owned-elsewhere.ts';

/** A member as the engine or the host shows it, with what protection needs to know. */
export interface ResolvedMember extends NamedFacts {
  /** What the client wrote: a name, an id, a selector. */
  readonly ref: string;
  /** Where it stands in the submission: `containers[0]`. */
  readonly field: string;
  /** It was found by a selector, and its client has not written its id. */
  readonly selected?: true;
  readonly labels: Readonly<Record<string, string>>;
  /** Of a container that runs, on the host of the engine. */
  readonly pid?: number;
  readonly reach?: Reach;
  readonly place?: VolumePlace;
  /** Of a volume that was heard of as it was made. */
  readonly bornAt?: EngineMoment;
}

/** What belongs to the runner: the job's container, its service containers and their network; ids, names or prefixes of ids. */
export interface Guarded {
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  /** Names of the volumes that were there before the session, as engines tell their age in whole seconds, or not at all. */
  readonly volumes?: readonly string[];
  /** Ids of the images that were there before the session; absent where none is to be removed. */
  readonly images?: readonly string[];
}

/** What protection asks of: `startedAt` is ISO 8601, the engine's clock. */
export interface ProtectionRules {
  readonly session: string;
  readonly startedAt: string;
  readonly guarded: Guarded;
  /** What other agents hold, each with the session that does. */
  readonly held?: ReadonlyMap<MemberKey, string>;
  readonly host: HostRules;
}

export const SESSION_LABEL = 'topo-gc.session';

/** `true` on a network that others may join: it goes only when nobody uses it any more. */
export const SHARED_LABEL = 'topo-gc.shared';

/** Of every engine, or of a Swarm; none can be removed, and none is a test's. */
const PREDEFINED = new Set(['bridge', 'host', 'none', 'ingress', 'docker_gwbridge', 'nat']);

/**
 * Testcontainers' reaper has work of its own to do, and ends by itself. The label comes with its image; the libraries for Node
 * give it the label of their session as well, so that a selector of that finds it.
 */
export const isReaper = ({ labels }: Pick<ResolvedMember, 'labels'>): boolean =>
  labels['org.testcontainers.ryuk'] === 'true';

/** Builders that `docker buildx create` made, and their state: others may be building with them. */
const BUILDKIT_PREFIX = 'buildx_buildkit_';

/** Whether one of the names, ids or prefixes of ids is that of a container or network. */
export const isAmong = (
  list: readonly string[],
  member: Pick<MemberFacts, 'kind' | 'id' | 'name'>,
): boolean => list.some((ref) => isMeantBy(ref, member));

/** Where that can't be told it is somebody else's. */
function isOfSession(member: MemberFacts, { startedAt, guarded }: ProtectionRules): boolean {
  const began = engineMoment(startedAt);
  if (began === undefined) return false;
  const made = madeOnEngine(member);
  const hasComeSince = member.kind === 'volume' && guarded.volumes?.includes(member.name) === false;
  // A time that moves may be that of what an image brought.
  const mayBeYounger = member.createdAtMoves === true || !isNotYounger(made, began);
  return isNotOlder(made, began) || (hasComeSince && mayBeYounger);
}

/** What may be the session's own, and can't be told from what is not, is said to be so. */
function orAbout(member: MemberFacts, { startedAt }: ProtectionRules): string {
  const began = engineMoment(startedAt);
  return began !== undefined && isNotYounger(madeOnEngine(member), began) ? '' : 'which may be ';
}

function whyGuarded(member: ResolvedMember, guarded: Guarded): string | undefined {
  if (member.kind === 'container' && isAmong(guarded.containers, member))
    return "is the job's own container or one of its service containers";
  if (member.kind === 'network' && isAmong(guarded.networks, member)) return "is the job's own network";
  return undefined;
}

function whyForeign(member: ResolvedMember, rules: ProtectionRules): string | undefined {
  if (isHostKind(member.kind)) return whyHostProtected(member, rules.host, rules.held ?? new Map());
  if (member.kind === 'network' && PREDEFINED.has(member.name)) return 'is a predefined network';
  const guarded = whyGuarded(member, rules.guarded);
  if (guarded !== undefined) return guarded;
  if (isReaper(member)) return 'is the reaper of Testcontainers, which ends by itself';
  if (member.name.startsWith(BUILDKIT_PREFIX)) return 'is a builder of BuildKit';
  const holder = rules.held?.get(memberKey(member));
  if (holder !== undefined) return `is held by another agent, of the session ${holder}`;
  const session = member.labels[SESSION_LABEL];
  if (session === rules.session) return undefined;
  if (session !== undefined) return `carries ${SESSION_LABEL}=${session}, the label of another session`;
  if (isOfSession(member, rules)) return undefined;
  return `was created at ${member.createdAt ?? 'an unknown time'}, ${orAbout(member, rules)}before the session began (${rules.startedAt}), and does not carry ${SESSION_LABEL}=${rules.session}`;
}

/** What is the session's own may still be in the charge of something that makes it anew. */
const whyProtected = (member: ResolvedMember, rules: ProtectionRules): string | undefined =>
  whyForeign(member, rules) ?? whyOwnedElsewhere(member);

/** What a fault shows of a member: what its client wrote, or the name of what a selector has found. */
export const shownAs = ({ selected, ref, name }: ResolvedMember): string => (selected ? name : ref);

const faultsOf = (
  members: readonly ResolvedMember[],
  explain: (member: ResolvedMember) => string | undefined,
): Fault[] =>
  members.flatMap((member) => {
    const why = explain(member);
    return why === undefined
      ? []
      : [{ field: member.field, value: shownAs(member), detail: `${member.kind} ${member.name} ${why}` }];
  });

/** One fault for each member that is somebody else's. */
export const protectionFaults = (members: readonly ResolvedMember[], rules: ProtectionRules): Fault[] =>
  faultsOf(members, (member) => whyProtected(member, rules));

/** One fault for each member that is the runner's, in which the agent itself may run, or that would be made anew. */
export const guardFaults = (members: readonly ResolvedMember[], guarded: Guarded): Fault[] =>
  faultsOf(members, (member) => whyGuarded(member, guarded) ?? whyOwnedElsewhere(member));
