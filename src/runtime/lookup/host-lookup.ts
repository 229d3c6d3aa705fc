import PQueue from 'p-queue';
import type { Fault } from '../../domain/errors.ts';
import { type HostKind, isHostKind } from '../../domain/kinds/kinds.ts';
import { whyForeignNetns } from '../../domain/kinds/netns-rules.ts';
import { type HostMoment, isNotOlder, isNotYounger } from '../../domain/moment.ts';
import {
  type Clock,
  HostError,
  type HostFault,
  type HostLeftovers,
  type HostMember,
} from '../../domain/ports.ts';
import type { ResolvedMember } from '../../domain/protection/protection.ts';
import { madeOnHost } from '../../domain/topology/made-at.ts';
import type { MemberRef, Submission } from '../../domain/topology/submission.ts';
import { isSameMember, type MemberFacts, memberKey } from '../../domain/topology/topology.ts';

interface HostLookup {
  readonly leftovers: HostLeftovers;
  /** Pids of the submission's containers. */
  readonly containers: ReadonlySet<number>;
  /** Known members are not judged again: their containers may be gone by now. */
  readonly known: readonly MemberFacts[];
  readonly now: HostMoment;
  readonly clock: Clock;
}

/** Why a member must not be removed, or could not be: the text, and the kind of fault. */
export interface HostFaultOf {
  readonly ref: MemberRef;
  readonly fault: HostFault;
  readonly told: Fault;
}

export interface HostResolution {
  readonly present: readonly ResolvedMember[];
  readonly absent: readonly MemberRef[];
  /** What may or may not be younger than the client's last word. */
  readonly unsure: readonly ResolvedMember[];
  /** One for each member that must not be removed, or could not be. */
  readonly faults: readonly HostFaultOf[];
}

/** A member that was found. */
interface Found {
  readonly member?: ResolvedMember;
  readonly absent?: MemberRef;
  readonly unsure?: ResolvedMember;
  readonly fault?: HostFaultOf;
}

type HostRef = MemberRef & { readonly kind: HostKind };

/** Each look holds file handles. */
const LOOKS_AT_ONCE = 8;

/** How long a submission waits for the look through all of its paths together, in ms. */
const LOOK_MS = 700;

const isHostRef = (ref: MemberRef): ref is HostRef => isHostKind(ref.kind);

/**
 * Looks up the links and paths of a submission. What is younger than the client's last word belongs to somebody else,
 * so it counts as absent.
 */
export async function lookUpOnHost(submission: Submission, lookup: HostLookup): Promise<HostResolution> {
  const looks = new PQueue({ concurrency: LOOKS_AT_ONCE });
  const until = lookup.clock.now() + LOOK_MS;
  const found = await Promise.all(
    submission.members
      .filter(isHostRef)
      .map((ref) => looks.add(() => lookUp(ref, submission.spoken, lookup, until))),
  );
  const present = new Map(
    found.flatMap(({ member }) => (member ? [[memberKey(member), member] as const] : [])),
  );
  return {
    present: [...present.values()],
    absent: found.flatMap(({ absent }) => absent ?? []),
    unsure: found.flatMap(({ unsure }) => unsure ?? []),
    faults: found.flatMap(({ fault }) => fault ?? []),
  };
}

/** @param until when the look through the contents of paths ends, by the clock */
async function lookUp(
  ref: HostRef,
  spoken: HostMoment | undefined,
  lookup: HostLookup,
  until: number,
): Promise<Found> {
  try {
    const { leftovers, clock } = lookup;
    const found = await leftovers.find(ref.kind, ref.ref, Math.max(0, until - clock.now()));
    if (found === undefined) return { absent: ref };
    const made = madeOnHost(found);
    const wasThere = spoken === undefined || isNotYounger(made, spoken);
    if (!wasThere && isNotOlder(made, spoken)) return { absent: ref };
    const why = whyForeign(found, lookup);
    if (why !== undefined) throw new HostError('refused', why);
    const { process: _, ...facts } = found;
    const member = { ...facts, ref: ref.ref, field: ref.field, labels: {} };
    return wasThere ? { member } : { unsure: member };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const detail = `${ref.kind} ${ref.ref}: ${error.message}`;
    const told = { field: ref.field, value: ref.ref, detail };
    return { fault: { ref, fault: error.fault, told } };
  }
}

function whyForeign(found: HostMember, { containers, known, now }: HostLookup): string | undefined {
  if (found.process === undefined || known.some((member) => isSameMember(member, found))) return undefined;
  return whyForeignNetns({ ...found.process, made: madeOnHost(found) }, containers, now);
}
