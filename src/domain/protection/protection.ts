import type { Fault } from '../errors.ts';
import type { Reach } from '../kinds/container-needs.ts';
import { type FactsOf, isHostKind, kindOf, type NamedKind } from '../kinds/kinds.ts';
import type { VolumePlace } from '../kinds/mount-below.ts';
import { type EngineMoment, engineMoment, isNotOlder, isNotYounger } from '../moment.ts';
import { madeOnEngine } from '../topology/made-at.ts';
import type { MemberFacts } from '../topology/topology.ts';
import type { Guarded, HostRules } from './guarded.ts';
import { type Held, whyHeld } from './held.ts';

/** Observations from a member's lookup that are not among its facts, but that protection needs. */
interface Resolved {
  /** The client's text: a name, an id, a selector. */
  readonly ref: string;
  /** Its place in the submission: `containers[0]`. */
  readonly field: string;
  /** A selector found it, and the client did not write its id. */
  readonly selected?: true;
  readonly labels: Readonly<Record<string, string>>;
  /** For a container that runs, on the host of the engine. */
  readonly pid?: number;
  readonly reach?: Reach;
  readonly place?: VolumePlace;
  /** For a volume whose creation the agent heard of. */
  readonly bornAt?: EngineMoment;
}

/** The facts that the engine or the host shows for a member of that kind. */
export type ResolvedOf<K extends NamedKind> = { [Each in K]: FactsOf<Each> & Resolved }[K];

export type ResolvedMember = ResolvedOf<NamedKind>;

/** The input of the protection rules: `startedAt` is ISO 8601, the engine's clock. */
export interface ProtectionRules {
  readonly session: string;
  readonly startedAt: string;
  readonly guarded: Guarded;
  /** The members that other agents hold, each with its session. */
  readonly held?: Held;
  readonly host: HostRules;
  /** The members are as a list shows them, in whole seconds: then only what is surely older belongs to somebody else. */
  readonly isListed?: boolean;
}

export const SESSION_LABEL = 'topo-gc.session';

/** `true` on a network that others may join: the network goes only when nothing uses it any more. */
export const SHARED_LABEL = 'topo-gc.shared';

/**
 * Testcontainers' reaper has its own work to do, and ends by itself. Its image brings the label. The libraries for Node
 * also give the reaper the label of their session, so a selector for that label finds it.
 */
export const isReaper = ({ labels }: Pick<ResolvedMember, 'labels'>): boolean =>
  labels['org.testcontainers.ryuk'] === 'true';

/** Builders that `docker buildx create` made, and their state: others may use them for builds. */
const BUILDKIT_PREFIX = 'buildx_buildkit_';

/** If the age is unclear, the member belongs to somebody else. */
function isOfSession(
  member: MemberFacts,
  { startedAt, guarded, isListed = false }: ProtectionRules,
): boolean {
  const began = engineMoment(startedAt);
  if (began === undefined) return false;
  const made = madeOnEngine(member);
  const hasComeSince = kindOf(member.kind).hasComeSince?.(member, guarded) ?? isListed;
  // A moving time may come from content that an image brought.
  const mayBeYounger = member.createdAtMoves === true || !isNotYounger(made, began);
  return isNotOlder(made, began) || (hasComeSince && mayBeYounger);
}

/** Says so if a member may belong to the session, but the agent can't be sure. */
function orAbout(member: MemberFacts, { startedAt }: ProtectionRules): string {
  const began = engineMoment(startedAt);
  return began !== undefined && isNotYounger(madeOnEngine(member), began) ? '' : 'which may be ';
}

function whyGuarded(member: ResolvedMember, guarded: Guarded): string | undefined {
  const own = kindOf(member.kind).whyGuarded?.(member, guarded);
  const label = guarded.labels?.find((name) => name in member.labels);
  return own ?? (label === undefined ? undefined : `carries ${label}, the label of what the runner makes`);
}

/** What would make a member anew, and the command that ends that, as words that follow its name; `undefined` if nothing would. */
export const whyMadeAnew = ({ kind, labels }: Pick<ResolvedMember, 'kind' | 'labels'>): string | undefined =>
  kindOf(kind).whyMadeAnew?.(labels);

/** The owner of a host member that does not belong to the submission. Other code checks whether the removal is safe at all. */
export const whyHostProtected = (member: MemberFacts, rules: HostRules, held: Held): string | undefined =>
  whyHeld(member, held) ?? kindOf(member.kind).whyForeignOnHost?.(member, rules);

function whyForeign(member: ResolvedMember, rules: ProtectionRules): string | undefined {
  const { host, held = new Map() } = rules;
  if (isHostKind(member.kind)) return whyHostProtected(member, host, held);
  const own = kindOf(member.kind).whyUntouchable?.(member) ?? whyGuarded(member, rules.guarded);
  if (own !== undefined) return own;
  if (isReaper(member)) return 'is the reaper of Testcontainers, which ends by itself';
  if (member.name.startsWith(BUILDKIT_PREFIX)) return 'is a builder of BuildKit';
  const other = whyHeld(member, held);
  if (other !== undefined) return other;
  const session = member.labels[SESSION_LABEL];
  if (session === rules.session) return undefined;
  if (session !== undefined) return `carries ${SESSION_LABEL}=${session}, the label of another session`;
  if (isOfSession(member, rules)) return undefined;
  return `was created at ${member.createdAt ?? 'an unknown time'}, ${orAbout(member, rules)}before the session began (${rules.startedAt}), and does not carry ${SESSION_LABEL}=${rules.session}`;
}

/** The name of a member in a fault: the client's text, or the name of a selector's match. */
const shownAs = ({ selected, ref, name }: ResolvedMember): string => (selected ? name : ref);

/** A member that must not be handed over. */
export interface Refusal {
  readonly member: ResolvedMember;
  readonly fault: Fault;
  /** What would make it anew, in words, if that is the only reason to refuse it and it may belong to the session. */
  readonly owner?: string;
}

/** A member that belongs to the session may still be managed by something that makes it anew. */
const refusalsOf = (
  members: readonly ResolvedMember[],
  explain: (member: ResolvedMember) => string | undefined,
): Refusal[] =>
  members.flatMap((member) => {
    const foreign = explain(member);
    const owner = foreign === undefined ? whyMadeAnew(member) : undefined;
    const why = foreign ?? owner;
    if (why === undefined) return [];
    const detail = `${member.kind} ${member.name} ${why}`;
    const fault = { field: member.field, value: shownAs(member), detail };
    return [{ member, fault, ...(owner !== undefined && { owner }) }];
  });

/** One for each member that belongs to somebody else, or that would be made anew. */
export const refusedByProtection = (members: readonly ResolvedMember[], rules: ProtectionRules): Refusal[] =>
  refusalsOf(members, (member) => whyForeign(member, rules));

/** One for each member that belongs to the runner (the agent itself may run in it), or that would be made anew. */
export const refusedByGuard = (members: readonly ResolvedMember[], guarded: Guarded): Refusal[] =>
  refusalsOf(members, (member) => whyGuarded(member, guarded));
