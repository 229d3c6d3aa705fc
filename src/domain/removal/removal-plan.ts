import type { MemberKind } from '../kinds/kinds.ts';
import { isDone, type Member, type MemberOf, membersOf, type Topology } from '../topology/topology.ts';

/** By network, the containers that are attached to it and have to exit before it can go. */
export type Attachments = ReadonlyMap<string, readonly Member[]>;

/** What is left of a topology, in the order in which it can go. */
export interface RemovalPlan {
  /** Each as soon as it has stopped. */
  readonly containers: readonly MemberOf<'container'>[];
  /** Each as soon as what is attached to it has exited. */
  readonly networks: readonly { readonly member: MemberOf<'network'>; readonly after: readonly Member[] }[];
  /** Once the containers are gone, as a stopped one still holds them. */
  readonly volumes: readonly MemberOf<'volume'>[];
  /** Once the containers are gone, which may still write there. */
  readonly links: readonly MemberOf<'netns'>[];
  readonly paths: readonly MemberOf<'path'>[];
  /** One after the other, once the containers are gone: what others were built on comes behind them. */
  readonly images: readonly MemberOf<'image'>[];
}

const remaining = <K extends MemberKind>(topology: Topology, kind: K): MemberOf<K>[] =>
  membersOf(topology, kind).filter((member) => !isDone(member));

/** The attachments of all pending topologies, as a network may join several. */
export function attachments(pending: readonly Topology[]): Attachments {
  const byNetwork = new Map<string, Member[]>();
  for (const member of pending.flatMap((topology) => remaining(topology, 'container'))) {
    for (const network of member.networks ?? []) {
      const attached = byNetwork.get(network);
      if (attached === undefined) byNetwork.set(network, [member]);
      else attached.push(member);
    }
  }
  return byNetwork;
}

export const planRemoval = (topology: Topology, attached: Attachments): RemovalPlan => ({
  containers: remaining(topology, 'container'),
  networks: remaining(topology, 'network').map((member) => ({
    member,
    after: attached.get(member.id) ?? [],
  })),
  volumes: remaining(topology, 'volume'),
  links: remaining(topology, 'netns'),
  paths: remaining(topology, 'path'),
  images: remaining(topology, 'image'),
});

/** What of a plan can go at once: nothing that has yet to stop, and nothing that has failed before. */
export function withoutWaiting(plan: RemovalPlan): RemovalPlan {
  const containers = plan.containers.filter(isStopped);
  const allStopped = containers.length === plan.containers.length;
  return {
    containers,
    networks: plan.networks.filter(({ member, after }) => isStopped(member) && after.every(hasExited)),
    volumes: allStopped ? plan.volumes.filter(isStopped) : [],
    links: allStopped ? plan.links.filter(isStopped) : [],
    paths: allStopped ? plan.paths.filter(isStopped) : [],
    images: [],
  };
}

/** What of a plan is left without those members. */
export const withoutThose = (plan: RemovalPlan, isLeft: (member: Member) => boolean): RemovalPlan => ({
  containers: plan.containers.filter((member) => !isLeft(member)),
  networks: plan.networks.filter(({ member }) => !isLeft(member)),
  volumes: plan.volumes.filter((member) => !isLeft(member)),
  links: plan.links.filter((member) => !isLeft(member)),
  paths: plan.paths.filter((member) => !isLeft(member)),
  images: plan.images.filter((member) => !isLeft(member)),
});

const isStopped = ({ state }: Member): boolean => state === 'stopped';

const hasExited = ({ stoppedAt }: Member): boolean => stoppedAt !== undefined;

const isEmpty = (plan: RemovalPlan): boolean => Object.values(plan).every((members) => members.length === 0);

/** Topologies at once while the CPUs are idle: a test that begins meanwhile soon has them for itself. */
const IDLE_BATCH = 4;

/** The oldest topologies of which something can go at once. */
export function idleBatch(pending: readonly Topology[]): Topology[] {
  const attached = attachments(pending);
  return pending
    .filter((topology) => !isEmpty(withoutWaiting(planRemoval(topology, attached))))
    .slice(0, IDLE_BATCH);
}
