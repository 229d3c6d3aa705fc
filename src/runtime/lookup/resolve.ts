import type { Engine, EngineMember, SiteName } from '../../domain/engine.ts';
import { type EngineKind, isHostKind } from '../../domain/kinds/kinds.ts';
import { type EngineMoment, isNotOlder, isNotYounger } from '../../domain/moment.ts';
import type { Clock } from '../../domain/ports.ts';
import { isReaper, type ResolvedMember } from '../../domain/protection/protection.ts';
import type { AtSite } from '../../domain/site.ts';
import { serviceOfTask } from '../../domain/swarm.ts';
import { carriesLabel } from '../../domain/text/labels.ts';
import { madeOnEngine } from '../../domain/topology/made-at.ts';
import type { MemberRef, Selector, Submission } from '../../domain/topology/submission.ts';
import { type MemberFacts, memberKey } from '../../domain/topology/topology.ts';
import type { UntakenRef, UntakenSelector } from '../../domain/topology/untaken.ts';
import { LookUps, Unanswered } from './look-ups.ts';

/** The agent gives up a selector that finds something new in each of this many rounds. */
const MOST_ROUNDS = 10;

/** The source of answers: the engine, or a part that knows what the engine would answer. */
export interface MemberSource extends Pick<Engine, 'find' | 'listLabelled'> {
  at(site: SiteName | undefined): MemberSource;
}

/** The latest time at which a member may have been made, by the engine's clock. */
export interface Bounds {
  /** When the submission was accepted. */
  readonly accepted: EngineMoment;
  /** When the client last spoke, if that was earlier: then only what is surely not younger is taken. */
  readonly spoken?: EngineMoment | undefined;
}

export interface Resolution {
  readonly present: readonly ResolvedMember[];
  /** What the engine does not know, and what is surely younger than the client's last word. */
  readonly absent: readonly MemberRef[];
  /** What may or may not be younger than the client's last word. */
  readonly unsure: readonly ResolvedMember[];
  /** What could not be looked up, by name; for a selector's finding, the name in the list. */
  readonly unresolved: readonly UntakenRef[];
  /** Selectors whose lists failed. */
  readonly failed: readonly UntakenSelector[];
  /** Selectors that match nothing. */
  readonly unmatched: readonly Selector[];
}

const isWanted = (member: EngineMember, { kinds }: Selector): boolean =>
  (kinds?.includes(member.kind) ?? true) && !isReaper(member);

type EngineRef = MemberRef & { readonly kind: EngineKind };

const isEngineRef = (ref: MemberRef): ref is EngineRef => !isHostKind(ref.kind);

type Looked = ResolvedMember | UntakenRef | MemberRef;

const isFound = (looked: Looked): looked is ResolvedMember => 'id' in looked;
const isUnresolved = (looked: Looked): looked is UntakenRef => !isFound(looked) && 'error' in looked;

/** Whether a member was there at the client's last word; `undefined` if that is not known. */
function wasThere(member: ResolvedMember, { spoken }: Bounds): boolean | undefined {
  if (spoken === undefined) return true;
  const told = madeOnEngine(member);
  const made = told.earliest === told.latest ? told : (member.bornAt ?? told);
  if (isNotYounger(made, spoken)) return true;
  return isNotOlder(made, spoken) ? false : undefined;
}

/**
 * Looks up what the engine holds: each name once, so that a later owner of the name counts as somebody else's.
 * Selectors take only what was created before the submission was accepted, and run again until they find nothing new.
 * Each look-up is independent.
 * @param clock absent to wait without a limit for a look-up
 * @throws EngineError if the engine answers nothing at all
 */
export async function resolveSubmission(
  submission: Submission,
  source: MemberSource,
  boundsOf: (member: AtSite) => Bounds,
  clock?: Clock,
): Promise<Resolution> {
  using looks = new LookUps(clock);
  const asked: Asked = { source, looks, boundsOf };
  const [named, selections] = await Promise.all([
    Promise.all(submission.members.filter(isEngineRef).map((ref) => lookUp(asked, ref))),
    Promise.all(submission.selectors.map((selector) => select(asked, selector))),
  ]);
  looks.checkAnswered();
  const selected = selections.flatMap(({ members }) => members);
  const all = merge([...named, ...selected].filter(isFound));
  const isOfFound = isTaskOf(all);
  const found = all.filter((member) => !member.selected || !isOfFound(member));
  const isMounted = mountedVolumes(found.filter((member) => wasThere(member, boundsOf(member))));
  const isTaken = (member: ResolvedMember) =>
    wasThere(member, boundsOf(member)) ?? (isMounted(member) || undefined);
  const isYounger = (member: Looked) => isFound(member) && isTaken(member) === false;
  return {
    present: found.filter((member) => isTaken(member) === true),
    absent: submission.members.filter(isEngineRef).filter((_, at) => {
      const member = named[at];
      return member !== undefined && !isUnresolved(member) && (!isFound(member) || isYounger(member));
    }),
    unsure: found.filter((member) => isTaken(member) === undefined),
    unresolved: [...named, ...selected].filter(isUnresolved),
    failed: selections.flatMap(({ failed }) => failed ?? []),
    unmatched: submission.selectors.filter((_, at) => {
      const { members = [], failed } = selections[at] ?? {};
      return members.length === 0 && failed === undefined;
    }),
  };
}

type Labelled = Pick<ResolvedMember, 'kind' | 'labels'>;

/** Whether a container is a task of one of the services: it goes with its service. */
export function isTaskOf(
  services: readonly Pick<MemberFacts, 'kind' | 'id'>[],
): (member: Labelled) => boolean {
  const ids = new Set(services.flatMap(({ kind, id }) => (kind === 'service' ? id : [])));
  return (member) => ids.has(serviceOfTask(member) ?? '');
}

/** A volume that a container has mounted was there before the container, and can't have been made again since. */
function mountedVolumes(members: readonly ResolvedMember[]): (member: MemberFacts) => boolean {
  const mounted = new Set(
    members.flatMap((member) => (member.kind === 'container' ? (member.volumes ?? []) : [])),
  );
  return ({ kind, name }) => kind === 'volume' && mounted.has(name);
}

/** Each member once; a member that is shared in one place is shared. */
function merge(members: readonly ResolvedMember[]): ResolvedMember[] {
  const present = new Map<string, ResolvedMember>();
  for (const member of members) {
    const key = memberKey(member);
    const twin = present.get(key);
    present.set(
      key,
      twin === undefined ? member : { ...twin, shared: twin.shared || member.shared || false },
    );
  }
  return [...present.values()];
}

interface Asked {
  readonly source: MemberSource;
  readonly looks: LookUps;
  readonly boundsOf: (member: AtSite) => Bounds;
}

/** A reference may carry the reason for an earlier failure, which says nothing about this look-up. */
async function lookUp(
  { source, looks }: Asked,
  { kind, ref: name, field, shared, site }: EngineRef,
): Promise<Looked> {
  const ref: EngineRef = { kind, ref: name, field, shared, ...(site !== undefined && { site }) };
  const found = await looks.run(() => source.at(site).find(kind, name));
  if (found === undefined) return ref;
  if (found instanceof Unanswered) return { ...ref, error: found.error };
  return { ...found, ref: ref.ref, field: ref.field, ...(ref.shared && { shared: true }) };
}

/** The result of a selector; `failed` if its list could not be read to the end. */
interface Selection {
  readonly members: readonly Looked[];
  readonly failed?: UntakenSelector;
}

async function select(asked: Asked, selector: Selector): Promise<Selection> {
  const { source, looks, boundsOf } = asked;
  const wasAccepted = (member: MemberFacts) =>
    !(madeOnEngine(member).earliest > boundsOf(member).accepted.latest);
  const known = new Map<string, EngineMember>();
  let failed: UntakenSelector | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const listed = await looks.run(() =>
      source.at(selector.site).listLabelled(selector.label, selector.kinds),
    );
    if (listed instanceof Unanswered) failed = { ...selector, error: listed.error };
    const shown = listed instanceof Unanswered ? (listed.answer ?? []) : listed;
    const fresh = shown.filter(
      (member) => isWanted(member, selector) && !known.has(memberKey(member)) && wasAccepted(member),
    );
    for (const member of fresh) known.set(memberKey(member), member);
    if (failed !== undefined || fresh.length === 0) break;
  }
  const isOfKnown = isTaskOf([...known.values()]);
  const wanted = [...known.values()].filter((member) => !isOfKnown(member));
  const members = await Promise.all(
    wanted.map(async ({ kind, id, name, site }): Promise<Looked> => {
      const ref = { kind, ref: id, field: selector.field, shared: false, site };
      const looked = await lookUp(asked, ref);
      if (isFound(looked)) return { ...looked, selected: true };
      return isUnresolved(looked) ? { ...looked, shown: name } : looked;
    }),
  );
  // A list shows whole seconds only. What has gone since it was listed is no typo of the client's, and a name may be
  // reused.
  const isMeant = (looked: Looked) =>
    isFound(looked) ? wasAccepted(looked) && carriesLabel(looked, selector.label) : isUnresolved(looked);
  return { members: members.filter(isMeant), ...(failed && { failed }) };
}
