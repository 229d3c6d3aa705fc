import type { EngineMember } from '../engine.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { serviceOfTask } from '../swarm.ts';
import { carriesLabel } from '../text/labels.ts';
import { isKnownAs, type KnownMember } from '../topology/known-member.ts';
import { isMeant } from '../topology/member-ref.ts';
import { isSameMember, type MemberKey, memberKey } from '../topology/topology.ts';

/**
 * What no client has handed over, leased or announced, of all that an engine lists.
 * @param labels `key=value`: a drain looks for these anyway, and tells what of it is left
 */
export function suspectsAmong(
  listed: readonly EngineMember[],
  ledger: Ledger,
  labels: readonly string[],
): EngineMember[] {
  const known = knownMembers(ledger);
  const named = namedRefs(ledger);
  return listed.filter(
    (member) =>
      // A container of a task is its service's.
      serviceOfTask(member) === undefined &&
      !(known.get(memberKey(member)) ?? []).some((other) => isTold(other, member)) &&
      !named.some((ref) => isMeant(ref, member)) &&
      !labels.some((label) => carriesLabel(member, label)),
  );
}

/** Also a member that was named and not taken, as its owner is not known: the drain tells it. */
const isTold = (known: KnownMember, member: EngineMember): boolean =>
  isKnownAs(known, member) ||
  (known.state === 'absent' && known.error !== undefined && isSameMember(member, known));

/** By key, as an engine may list many thousands. */
function knownMembers({ topologies, leases }: Ledger): ReadonlyMap<MemberKey, readonly KnownMember[]> {
  const known = new Map<MemberKey, KnownMember[]>();
  for (const { members } of [...topologies.values(), ...leases.values()])
    for (const member of members) {
      const key = memberKey(member);
      const same = known.get(key);
      if (same === undefined) known.set(key, [member]);
      else same.push(member);
    }
  return known;
}

/** Named members that were not taken, or were not there yet: they are told by the client's name. */
const namedRefs = ({ leases, untaken }: Ledger) => [
  ...[...leases.values()].flatMap(({ absent }) => absent),
  ...untaken.flatMap(({ members }) => members),
];

/** The networks that the runners of GitHub Actions make for jobs with containers. */
const RUNNERS_NETWORK = /^github_network_[0-9a-f]{32}$/;

/** Everything that belongs to a job of another runner: its network, and the containers on that. */
export function ofOtherRunners(
  listed: readonly EngineMember[],
  isOwnNetwork: (network: EngineMember) => boolean,
): EngineMember[] {
  const networks = listed.filter(
    (member) => member.kind === 'network' && RUNNERS_NETWORK.test(member.name) && !isOwnNetwork(member),
  );
  const isOnOne = usedBy(networks);
  return [...networks, ...listed.filter(isOnOne)];
}

const usedBy = (networks: readonly EngineMember[]) => {
  const refs = new Set(
    networks.flatMap((network) => [siteKey(network, network.id), siteKey(network, network.name)]),
  );
  return (member: EngineMember): boolean =>
    member.kind === 'container' && (member.networks ?? []).some((ref) => refs.has(siteKey(member, ref)));
};

const siteKey = ({ site = '' }: EngineMember, ref: string): string => `${site}/${ref}`;

/** Whether containers or services of others use a network or a volume: it is theirs then, whoever made it. */
export function usedByOthers(others: readonly EngineMember[]): (member: EngineMember) => boolean {
  const networks = new Set<string>();
  const volumes = new Set<string>();
  for (const member of others) {
    if (member.kind !== 'container' && member.kind !== 'service') continue;
    for (const ref of member.networks ?? []) networks.add(siteKey(member, ref));
    for (const name of member.volumes ?? []) volumes.add(siteKey(member, name));
  }
  return (member) => {
    if (member.kind === 'volume') return volumes.has(siteKey(member, member.name));
    if (member.kind !== 'network') return false;
    return networks.has(siteKey(member, member.id)) || networks.has(siteKey(member, member.name));
  };
}
