import { type EngineMember, NoManager, type SiteName } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import type { MemberKind } from '../../domain/kinds/kinds.ts';
import { type Leak, leakOf } from '../../domain/leaks/leak.ts';
import type { Clock, SwarmNodes } from '../../domain/ports.ts';
import type { ReportedNode } from '../../domain/report/unconfirmed-nodes.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Site } from '../../domain/site.ts';
import { type ListedNode, serviceOfTask } from '../../domain/swarm.ts';
import { carriesLabel } from '../../domain/text/labels.ts';
import { type MemberOf, membersOf, type Topology, type TopologyId } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { answerWithin } from '../answer-within.ts';
import type { Labelled } from '../lookup/labelled.ts';
import { removeStackVolumes } from '../stopping/stack-volumes.ts';

interface OnNodesParts {
  readonly state: AgentState;
  readonly labelled: Labelled;
  readonly clock: Clock;
  readonly settings: Pick<Settings, 'protect'>;
  /** Absent if the agent reaches no node but its own. */
  readonly swarmNodes?: SwarmNodes | undefined;
}

/** What the other nodes of a Swarm still have, and the nodes that could not be asked. */
export interface NodesLook {
  readonly leaks: readonly Leak[];
  readonly nodes: readonly ReportedNode[];
}

/** How long a node may take for one answer, in ms. */
const ANSWER_MS = 10_000;

const NOTHING: NodesLook = { leaks: [], nodes: [] };

/**
 * Removes the volumes that go with the session or with a stack from the nodes that are reached, and asks those nodes what else
 * they still have.
 * @throws EngineError if the manager does not list the nodes; the signal's reason
 */
export async function leftOnNodes(
  parts: OnNodesParts,
  { name: site, engine, startedAt }: Site,
  signal: AbortSignal,
): Promise<NodesLook> {
  const services = membersAt(parts, 'service', site);
  const stacks = [...new Set(services.flatMap(({ member }) => member.volumesWith ?? []))];
  // Without a way to any node, only volumes that a client wants removed there remain to be told.
  if (parts.swarmNodes === undefined && stacks.length === 0) return NOTHING;
  // A job may have other engines that are no managers.
  const listed = await engine.nodes().catch((error: unknown) => {
    if (error instanceof NoManager) return [];
    throw error;
  });
  const others = listed.filter(({ isHere }) => !isHere);
  const wanted: Wanted = {
    services,
    networks: membersAt(parts, 'network', site),
    sessionLabel: parts.labelled.sessionLabel,
    since: parts.settings.protect ? startedAt : undefined,
    stacks,
  };
  const looks = await Promise.all(others.map((node) => lookAtNode(parts, node, wanted, signal)));
  return { leaks: looks.flatMap(({ leaks }) => leaks), nodes: looks.flatMap(({ nodes }) => nodes) };
}

/** A member, and the topology that has it. */
interface Placed<K extends MemberKind> {
  readonly topology: Topology;
  readonly member: MemberOf<K>;
}

const membersAt = <K extends MemberKind>(
  { state }: OnNodesParts,
  kind: K,
  site: SiteName | undefined,
): Placed<K>[] =>
  [...state.ledger.topologies.values()].flatMap((topology) =>
    membersOf(topology, kind)
      .filter((member) => member.site === site)
      .map((member) => ({ topology, member })),
  );

interface Wanted {
  readonly services: readonly Placed<'service'>[];
  readonly networks: readonly Placed<'network'>[];
  readonly sessionLabel: string;
  /** Volumes of stacks from before belong to somebody else; absent: they count too. */
  readonly since?: string | undefined;
  /** Labels of the stacks whose volumes go too. */
  readonly stacks: readonly string[];
}

const NO_WAY = 'swarm-nodes says no way to its engine';

async function lookAtNode(
  parts: OnNodesParts,
  node: ListedNode,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<NodesLook> {
  const { hostname, downSince } = node;
  const unknown = (why: string): NodesLook => ({
    leaks: [],
    nodes: [{ node: hostname, services: [], tasks: 0, what: whatOf(wanted), why }],
  });
  if (downSince !== undefined) return unknown(`it is down since ${downSince}`);
  try {
    const look = async () => {
      const engine = await parts.swarmNodes?.engineOf(node);
      if (engine === undefined) return unknown(NO_WAY);
      const labels = [...wanted.stacks, wanted.sessionLabel];
      const left = await Promise.all(
        labels.map((label) =>
          // Only this session has its own label.
          removeStackVolumes(engine, label, label === wanted.sessionLabel ? undefined : wanted.since),
        ),
      );
      const volumes = left.flat().map(({ volume: { id, name, labels: carried }, error }) => ({
        topology: labels.find((label) => carriesLabel({ labels: carried }, label)) as TopologyId,
        ...({ kind: 'volume', id, name } as const),
        cause: 'labelled' as const,
        reason: `is still on node ${hostname}: ${error}`,
      }));
      return { leaks: [...volumes, ...leaksAmong(await engine.list(), hostname, wanted)], nodes: [] };
    };
    return await answerWithin(parts, ANSWER_MS, look, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return unknown(describeError(error));
  }
}

/** Containers of services and networks that count as removed, and containers with the session's label. */
function leaksAmong(listed: readonly EngineMember[], hostname: string, wanted: Wanted): Leak[] {
  const cause = 'shown-after-removal' as const;
  return listed.flatMap((found): Leak[] => {
    const { kind, id, name } = found;
    const service = serviceOfTask(found);
    const owner = wanted.services.find(({ member }) => member.id === service);
    if (owner !== undefined)
      return owner.member.state === 'removed'
        ? [leakOf(owner.topology, owner.member, cause, `node ${hostname} still has its container ${name}`)]
        : [];
    const network = kind === 'network' && wanted.networks.find(({ member }) => member.id === id);
    if (network)
      return network.member.state === 'removed' && network.member.error === undefined
        ? [leakOf(network.topology, network.member, cause, `node ${hostname} still has its copy of it`)]
        : [];
    if (kind !== 'container' || !carriesLabel(found, wanted.sessionLabel)) return [];
    const topology = wanted.sessionLabel as TopologyId;
    const reason = `carries the label ${topology} and is on node ${hostname}`;
    return [{ topology, kind, id, name, cause: 'labelled', reason }];
  });
}

const whatOf = ({ stacks, sessionLabel }: Wanted): string =>
  stacks.length === 0
    ? `anything with the label ${sessionLabel}`
    : `volumes with the label ${stacks.join(', ')}, or anything with the label ${sessionLabel},`;
