import type { Engine, EngineMember, SiteName } from '../../domain/engine.ts';
import { type EngineKind, isHostKind } from '../../domain/kinds/kinds.ts';
import { type EngineMoment, isNotOlder, isNotYounger } from '../../domain/moment.ts';
import type { Clock } from '../../domain/ports.ts';
import { isReaper, type ResolvedMember } from '../../domain/protection/protection.ts';
import type { AtSite } from '../../domain/site.ts';
import { carriesLabel } from '../../domain/text/labels.ts';
import { madeOnEngine } from '../../domain/topology/made-at.ts';
import type { MemberRef, Selector, Submission } from '../../domain/topology/submission.ts';
import { type MemberFacts, memberKey } from '../../domain/topology/topology.ts';
import type { UntakenRef, UntakenSelector } from '../../domain/topology/untaken.ts';
import { LookUps, Unanswered } from './look-ups.ts';

/** A selector that never settles is given up: each round finds something new. */
const MOST_ROUNDS = 10;

/** Who is asked: the engine, or who knows what it would answer. */
export interface MemberSource extends Pick<Engine, 'find' | 'listLabelled'> {
  at(site: SiteName | undefined): MemberSource;
}

/** Up to when a member may have been made, by the engine's clock. */
export interface Bounds {
  /** When the submission was accepted. */
  readonly accepted: EngineMoment;
  /** When the client last spoke, where that was earlier: only what is surely not younger is taken then. */
  readonly spoken?: EngineMoment | undefined;
}

export interface Resolution {
  readonly present: readonly ResolvedMember[];
  /** What the engine does not know, and what is surely younger than the client's last word. */
  readonly absent: readonly MemberRef[];
  /** What may be younger than the client's last word, and may not. */
  readonly unsure: readonly ResolvedMember[];
  /** What could not be looked up, by name; what a selector has listed, by the name that the list gives. */
  readonly unresolved: readonly UntakenRef[];
  /** Whose lists could not be had. */
  readonly failed: readonly UntakenSelector[];
  /** That match nothing. */
  readonly unmatched: readonly Selector[];
}

const isWanted = (member: EngineMember, { kinds }: Selector): boolean =>
  (kinds?.includes(member.kind) ?? true) && !isReaper(member);

type EngineRef = MemberRef & { readonly kind: EngineKind };

const isEngineRef = (ref: MemberRef): ref is EngineRef => !isHostKind(ref.kind);

type Looked = ResolvedMember | UntakenRef | MemberRef;

const isFound = (looked: Looked): looked is ResolvedMember => 'id' in looked;
const isUnresolved = (looked: Looked): looked is UntakenRef => !isFound(looked) && 'error' in looked;

/** Whether a member was there at the client's last word; `undefined` where that can't be told. */
function wasThere(member: ResolvedMember, { spoken }: Bounds): boolean | undefined {
  if (spoken === undefined) return true;
  const told = madeOnEngine(member);
  const made = told.earliest === told.latest ? told : (member.bornAt ?? told);
  if (isNotYounger(made, spoken)) return true;
  return isNotOlder(made, spoken) ? false : undefined;
}

/**
 * Looks up what the engine holds: every name once, so that a name taken again later is somebody else's. Selectors take only what
 * was created before the submission was accepted, and are asked again until nothing new comes. Each look-up is on its own.
 * @param clock absent where a look-up that does not answer is waited for
 * @throws EngineError where the engine answers nothing at all
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
  const found = merge([...named, ...selected].filter(isFound));
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

/** A volume that a container has mounted was there before the container, and can't have been made anew since. */
function mountedVolumes(members: readonly ResolvedMember[]): (member: MemberFacts) => boolean {
  const mounted = new Set(
    members.flatMap((member) => (member.kind === 'container' ? (member.volumes ?? []) : [])),
  );
  return ({ kind, name }) => kind === 'volume' && mounted.has(name);
}

/** Each member once; what was named as shared is shared. */
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

/** One that could not be looked up before may carry why: that says nothing of this look. */
async function lookUp(
  { source, looks }: Asked,
  { kind, ref: name, field, shared }: EngineRef,
): Promise<Looked> {
  const ref: EngineRef = { kind, ref: name, field, shared };
  const found = await looks.run(() => source.find(ref.kind, ref.ref));
  if (found === undefined) return ref;
  if (found instanceof Unanswered) return { ...ref, error: found.error };
  return { ...found, ref: ref.ref, field: ref.field, ...(ref.shared && { shared: true }) };
}

/** What a selector gives; `failed` where its list could not be had to its end. */
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
    const listed = await looks.run(() => source.listLabelled(selector.label));
    if (listed instanceof Unanswered) failed = { ...selector, error: listed.error };
    const shown = listed instanceof Unanswered ? (listed.answer ?? []) : listed;
    const fresh = shown.filter(
      (member) => isWanted(member, selector) && !known.has(memberKey(member)) && wasAccepted(member),
    );
    for (const member of fresh) known.set(memberKey(member), member);
    if (failed !== undefined || fresh.length === 0) break;
  }
  const members = await Promise.all(
    [...known.values()].map(async ({ kind, id, name, site }): Promise<Looked> => {
      const ref = { kind, ref: id, field: selector.field, shared: false };
      const looked = await lookUp({ ...asked, source: source.at(site) }, ref);
      if (isFound(looked)) return { ...looked, selected: true };
      return isUnresolved(looked) ? { ...looked, shown: name } : looked;
    }),
  );
  // A list tells whole seconds only. What has gone since it was listed is no typo of the client's, and a name may be taken anew.
  const isMeant = (looked: Looked) =>
    isFound(looked) ? wasAccepted(looked) && carriesLabel(looked, selector.label) : isUnresolved(looked);
  return { members: members.filter(isMeant), ...(failed && { failed }) };
}
