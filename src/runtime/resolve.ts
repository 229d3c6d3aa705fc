import type { Engine, EngineMember } from '../domain/engine.ts';
import { isReaper, type ResolvedMember } from '../domain/protection.ts';
import type { MemberRef, Selector, Submission } from '../domain/submission.ts';
import { type EngineKind, isHostKind, type MemberFacts, memberKey } from '../domain/topology.ts';

/** A selector that never settles is given up: each round finds something new. */
const MOST_ROUNDS = 10;

/** Who is asked: the engine, or who knows what it would answer. */
export type MemberSource = Pick<Engine, 'find' | 'listLabelled'>;

export interface Resolution {
  readonly present: readonly ResolvedMember[];
  /** What the engine does not know. */
  readonly absent: readonly MemberRef[];
}

const isOlder = ({ createdAt = '', createdAtMoves }: MemberFacts, than: number): boolean =>
  createdAtMoves === true || than === Number.POSITIVE_INFINITY || Date.parse(createdAt) <= than;

const isWanted = (member: EngineMember, { kinds }: Selector): boolean =>
  (kinds?.includes(member.kind) ?? true) && !isReaper(member);

type EngineRef = MemberRef & { readonly kind: EngineKind };

const isEngineRef = (ref: MemberRef): ref is EngineRef => !isHostKind(ref.kind);

const isFound = (member: ResolvedMember | MemberRef): member is ResolvedMember => 'id' in member;

/**
 * Looks up what the engine holds: every name once, so that a name taken again later is somebody else's. Selectors take only
 * what was created before `acceptedAt` (ms since the epoch, the engine's clock), and are asked again until nothing new comes.
 * @throws EngineError
 */
export async function resolveSubmission(
  submission: Submission,
  source: MemberSource,
  acceptedAt: number,
): Promise<Resolution> {
  const [named, selected] = await Promise.all([
    Promise.all(
      submission.members.filter(isEngineRef).map((ref) => lookUp(source, ref, submission.submittedAt)),
    ),
    Promise.all(submission.selectors.map((selector) => select(source, selector, acceptedAt))),
  ]);
  const present = new Map<string, ResolvedMember>();
  for (const member of [...named.filter(isFound), ...selected.flat()]) {
    const key = memberKey(member);
    const twin = present.get(key);
    present.set(
      key,
      twin === undefined ? member : { ...twin, shared: twin.shared || member.shared || false },
    );
  }
  return {
    present: [...present.values()],
    absent: named.filter((member): member is MemberRef => !isFound(member)),
  };
}

async function lookUp(
  source: MemberSource,
  ref: EngineRef,
  before = Number.POSITIVE_INFINITY,
): Promise<ResolvedMember | MemberRef> {
  const found = await source.find(ref.kind, ref.ref);
  if (found === undefined || !isOlder(found, before)) return ref;
  return { ...found, ref: ref.ref, field: ref.field, ...(ref.shared && { shared: true }) };
}

async function select(
  source: MemberSource,
  selector: Selector,
  acceptedAt: number,
): Promise<ResolvedMember[]> {
  const known = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const listed = await source.listLabelled(selector.label);
    const fresh = listed.filter(
      (member) => isWanted(member, selector) && !known.has(memberKey(member)) && isOlder(member, acceptedAt),
    );
    if (fresh.length === 0) break;
    for (const member of fresh) known.add(memberKey(member));
  }
  const refs = [...known].map((key) => {
    const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    return { kind: kind as EngineKind, ref: id, field: selector.field, shared: false };
  });
  // A list tells whole seconds only.
  const members = await Promise.all(refs.map((ref) => lookUp(source, ref, acceptedAt)));
  // What has gone since it was listed is no typo of the client's.
  return members.filter(isFound);
}
