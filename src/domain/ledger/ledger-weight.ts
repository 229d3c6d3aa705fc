import { kindOf } from '../kinds/kinds.ts';
import type { Lease } from '../topology/lease.ts';
import type { Submission } from '../topology/submission.ts';
import { metadataLength } from '../topology/submission-limits.ts';
import type { MemberFacts, Topology } from '../topology/topology.ts';
import type { Ledger } from './ledger.ts';

/** The memory for a topology, and for a member, without their texts, in bytes. */
const TOPOLOGY_BYTES = 400;
const MEMBER_BYTES = 400;

const factsWeight = (facts: MemberFacts): number =>
  MEMBER_BYTES + facts.id.length + facts.name.length + (kindOf(facts.kind).weight?.(facts) ?? 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** These objects never change, so each is weighed once. */
const weighed = new WeakMap<Topology | Lease, number>();

/** The memory that a topology or a lease takes in the agent, in bytes, roughly. */
function weightOf(kept: Topology | Lease): number {
  const known = weighed.get(kept);
  if (known !== undefined) return known;
  const { id, name, metadata, members } = kept;
  const absent = 'absent' in kept ? kept.absent.map(({ ref }) => MEMBER_BYTES + ref.length) : [];
  const weight =
    TOPOLOGY_BYTES +
    id.length +
    name.length +
    metadataLength(metadata) +
    sum(members.map(factsWeight)) +
    sum(absent);
  weighed.set(kept, weight);
  return weight;
}

/** The memory that a submission will take, as far as its text shows. */
export const submissionWeight = ({ id, name = '', metadata, members }: Submission): number =>
  TOPOLOGY_BYTES +
  (id ?? name).length +
  name.length +
  metadataLength(metadata) +
  sum(members.map(({ ref }) => MEMBER_BYTES + 2 * ref.length));

/** The memory of everything that is not over yet: pending topologies, and leases. */
export const pendingWeight = ({ topologies, pending, leases }: Ledger): number =>
  sum([...pending].map((id) => weightOf(topologies.get(id) as Topology))) +
  sum([...leases.values()].map(weightOf));

/** The memory of each topology that is over, the oldest first. */
export const doneWeights = ({ topologies, pending }: Ledger): number[] =>
  [...topologies.values()].filter(({ id }) => !pending.has(id)).map(weightOf);
