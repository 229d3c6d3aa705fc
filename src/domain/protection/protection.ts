import type { Fault } from '../errors.ts';
import type { Reach } from '../kinds/container-needs.ts';
import { type FactsOf, isHostKind, kindOf, type NamedKind } from '../kinds/kinds.ts';
import type { VolumePlace } from '../kinds/mount-below.ts';
import { type EngineMoment, engineMoment, isNotOlder, isNotYounger } from '../moment.ts';
import { madeOnEngine } from '../topology/made-at.ts';
import type { MemberFacts } from '../topology/topology.ts';
import type { Guarded, HostRules } from './guarded.ts';
import { type Held, whyHeld } from './held.ts';

/** What was seen of a member when it was looked up, beside its facts: what protection needs to know. */
interface Resolved {
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

/** What the engine or the host shows of a member of that kind. */
export type ResolvedOf<K extends NamedKind> = { [Each in K]: FactsOf<Each> & Resolved }[K];

export type ResolvedMember = ResolvedOf<NamedKind>;

/** What protection asks of: `startedAt` is ISO 8601, the engine's clock. */
export interface ProtectionRules {
  readonly session: string;
  readonly startedAt: string;
  readonly guarded: Guarded;
  /** What other agents hold, each with the session that does. */
  readonly held?: Held;
  readonly host: HostRules;
}

export const SESSION_LABEL = 'topo-gc.session';

/** `true` on a network that others may join: it goes only when nobody uses it any more. */
export const SHARED_LABEL = 'topo-gc.shared';

/**
 * Testcontainers' reaper has work of its own to do, and ends by itself. The label comes with its image; the libraries for Node
 * give it the label of their session as well, so that a selector of that finds it.
 */
export const isReaper = ({ labels }: Pick<ResolvedMember, 'labels'>): boolean =>
  labels['org.testcontainers.ryuk'] === 'true';

/** Builders that `docker buildx create` made, and their state: others may be building with them. */
const BUILDKIT_PREFIX = 'buildx_buildkit_';

/** Where that can't be told it is somebody else's. */
function isOfSession(member: MemberFacts, { startedAt, guarded }: ProtectionRules): boolean {
  const began = engineMoment(startedAt);
  if (began === undefined) return false;
  const made = madeOnEngine(member);
  const hasComeSince = kindOf(member.kind).hasComeSince?.(member, guarded) ?? false;
  // A time that moves may be that of what an image brought.
  const mayBeYounger = member.createdAtMoves === true || !isNotYounger(made, began);
  return isNotOlder(made, began) || (hasComeSince && mayBeYounger);
}

/** What may be the session's own, and can't be told from what is not, is said to be so. */
function orAbout(member: MemberFacts, { startedAt }: ProtectionRules): string {
  const began = engineMoment(startedAt);
  return began !== undefined && isNotYounger(madeOnEngine(member), began) ? '' : 'which may be ';
}

const whyGuarded = (member: ResolvedMember, guarded: Guarded): string | undefined =>
  kindOf(member.kind).whyGuarded?.(member, guarded);

/** What would make a member anew, and the line that ends that, to be read after its name; `undefined` where nothing would. */
export const whyMadeAnew = ({ kind, labels }: Pick<ResolvedMember, 'kind' | 'labels'>): string | undefined =>
  kindOf(kind).whyMadeAnew?.(labels);

/** Whose something on the host is, where not the submission's own; that it may be removed safely at all is asked elsewhere. */
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

/** What a fault shows of a member: what its client wrote, or the name of what a selector has found. */
const shownAs = ({ selected, ref, name }: ResolvedMember): string => (selected ? name : ref);

/** A member that must not be handed over. */
export interface Refusal {
  readonly member: ResolvedMember;
  readonly fault: Fault;
  /** What would make it anew, in words, where it is refused for that alone and may be the session's own. */
  readonly owner?: string;
}

/** What is the session's own may still be in the charge of something that makes it anew. */
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

/** One for each member that is somebody else's, or that would be made anew. */
export const refusedByProtection = (members: readonly ResolvedMember[], rules: ProtectionRules): Refusal[] =>
  refusalsOf(members, (member) => whyForeign(member, rules));

/** One for each member that is the runner's, in which the agent itself may run, or that would be made anew. */
export const refusedByGuard = (members: readonly ResolvedMember[], guarded: Guarded): Refusal[] =>
  refusalsOf(members, (member) => whyGuarded(member, guarded));
