import type { Engine, EngineMember } from '../domain/engine.ts';
import { carriesLabel } from '../domain/labels.ts';
import { madeOnEngine } from '../domain/made-at.ts';
import { type EngineMoment, isNotOlder, isNotYounger } from '../domain/moment.ts';
import { isReaper, type ResolvedMember } from '../domain/protection.ts';
import type { MemberRef, Selector, Submission } from '../domain/submission.ts';
import { type EngineKind, isHostKind, type MemberFacts, memberKey } from '../domain/topology.ts';

/** A selector that never settles is given up: each round finds something new. */
const MOST_ROUNDS = 10;

/** Who is asked: the engine, or who knows what it would answer. */
export type MemberSource = Pick<Engine, 'find' | 'listLabelled'>;

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
}

const isWanted = (member: EngineMember, { kinds }: Selector): boolean =>
  (kinds?.includes(member.kind) ?? true) && !isReaper(member);

type EngineRef = MemberRef & { readonly kind: EngineKind };

const isEngineRef = (ref: MemberRef): ref is EngineRef => !isHostKind(ref.kind);

const isFound = (member: ResolvedMember | MemberRef): member is ResolvedMember => 'id' in member;

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
 * was created before the submission was accepted, and are asked again until nothing new comes.
 * @throws EngineError
 */
export async function resolveSubmission(
  submission: Submission,
  source: MemberSource,
  bounds: Bounds,
): Promise<Resolution> {
  const [named, selected] = await Promise.all([
    Promise.all(submission.members.filter(isEngineRef).map((ref) => lookUp(source, ref))),
    Promise.all(submission.selectors.map((selector) => select(source, selector, bounds))),
  ]);
  const found = merge([...named.filter(isFound), ...selected.flat()]);
  const isMounted = mountedVolumes(found.filter((member) => wasThere(member, bounds)));
  const isTaken = (member: ResolvedMember) => wasThere(member, bounds) ?? (isMounted(member) || undefined);
  const isYounger = (member: ResolvedMember | MemberRef) => isFound(member) && isTaken(member) === false;
  return {
    present: found.filter((member) => isTaken(member) === true),
    absent: submission.members.filter(isEngineRef).filter((_, at) => {
      const member = named[at];
      return member !== undefined && (!isFound(member) || isYounger(member));
    }),
    unsure: found.filter((member) => isTaken(member) === undefined),
  };
}

/** A volume that a container has mounted was there before the container, and can't have been made anew since. */
function mountedVolumes(members: readonly ResolvedMember[]): (member: MemberFacts) => boolean {
  const mounted = new Set(members.flatMap(({ volumes }) => volumes ?? []));
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

async function lookUp(source: MemberSource, ref: EngineRef): Promise<ResolvedMember | MemberRef> {
  const found = await source.find(ref.kind, ref.ref);
  if (found === undefined) return ref;
  return { ...found, ref: ref.ref, field: ref.field, ...(ref.shared && { shared: true }) };
}

async function select(
  source: MemberSource,
  selector: Selector,
  { accepted }: Bounds,
): Promise<ResolvedMember[]> {
  const wasAccepted = (member: MemberFacts) => !(madeOnEngine(member).earliest > accepted.latest);
  const known = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const listed = await source.listLabelled(selector.label);
    const fresh = listed.filter(
      (member) => isWanted(member, selector) && !known.has(memberKey(member)) && wasAccepted(member),
    );
    if (fresh.length === 0) break;
    for (const member of fresh) known.add(memberKey(member));
  }
  const refs = [...known].map((key) => {
    const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    return { kind: kind as EngineKind, ref: id, field: selector.field, shared: false };
  });
  const members = await Promise.all(refs.map((ref) => lookUp(source, ref)));
  // A list tells whole seconds only. What has gone since it was listed is no typo of the client's, and a name may be taken anew.
  return members
    .filter(isFound)
    .filter((member) => wasAccepted(member) && carriesLabel(member, selector.label));
}
