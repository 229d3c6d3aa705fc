import type { ContainerFacts } from '../kinds/container.ts';
import type { Reach } from '../kinds/container-needs.ts';
import { isMeantBy } from '../topology/member-ref.ts';
import type { MemberFacts } from '../topology/topology.ts';

interface Seen {
  readonly labels?: Readonly<Record<string, string>>;
  readonly reach?: Reach;
}

type Stopping = ContainerFacts & Seen;

const isContainer = <M extends MemberFacts>(member: M): member is M & Stopping => member.kind === 'container';

/** https://docs.docker.com/compose/how-tos/startup-order/; Compose 2 records it in labels. */
const DEPENDS_ON = 'com.docker.compose.depends_on';
const SERVICE = 'com.docker.compose.service';
const PROJECT = 'com.docker.compose.project';

/** `PROJECT/SERVICE`, which identifies a service among the services of other projects. */
const serviceOf = (labels: Readonly<Record<string, string>> = {}): string | undefined =>
  labels[SERVICE] === undefined ? undefined : `${labels[PROJECT]}/${labels[SERVICE]}`;

/** The services that a container depends on: `db:service_healthy:true,collector:service_started:false`. */
export const servicesNeeded = (labels: Readonly<Record<string, string>>): string[] =>
  (labels[DEPENDS_ON] ?? '')
    .split(',')
    .flatMap((entry) => entry.split(':')[0] || [])
    .map((service) => `${labels[PROJECT]}/${service}`);

const usesOf = ({ needs }: Stopping, other: Stopping): boolean =>
  needs?.containers?.some((ref) => isMeantBy(ref, other)) ?? false;

/** A log driver reaches a container by one of the container's addresses, or by a port of the host. */
function logsTo({ needs: { logs } = {} }: Stopping, { reach }: Stopping): boolean {
  if (logs === undefined || reach === undefined) return false;
  return reach.addresses.includes(logs.host) || (logs.port !== undefined && reach.ports.includes(logs.port));
}

const isService = ({ needs }: Stopping, { labels }: Stopping): boolean =>
  needs?.services?.includes(serviceOf(labels) ?? '') ?? false;

/**
 * The containers among `all` that a container needs. Its Compose dependencies count only if the address of its log matches
 * no container.
 */
function needed(container: Stopping, all: readonly Stopping[]): readonly Stopping[] {
  const others = all.filter(({ id, site }) => id !== container.id && site === container.site);
  const collectors = others.filter((other) => logsTo(container, other));
  const services = collectors.length > 0 ? [] : others.filter((other) => isService(container, other));
  return [...others.filter((other) => usesOf(container, other)), ...collectors, ...services];
}

/**
 * Gives each container of `fresh` the ids of the containers that need it and must stop first; containers that none needs
 * are unchanged. A need that would close a circle is left out, because two containers must not wait for each other.
 * @param known other containers that still have to stop, in any topology
 */
export function orderStops<M extends MemberFacts & Seen>(
  fresh: readonly M[],
  known: readonly MemberFacts[],
): (M & { readonly stopsAfter?: readonly string[] })[] {
  const candidates = fresh.filter(isContainer);
  const others = known.filter(isContainer);
  const after = new Map<string, Set<string>>(
    [...candidates, ...others].flatMap(({ id, stopsAfter }) =>
      stopsAfter ? [[id, new Set(stopsAfter)]] : [],
    ),
  );
  const waits = (id: string, target: string, seen = new Set<string>()): boolean => {
    if (id === target) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return [...(after.get(id) ?? [])].some((next) => waits(next, target, seen));
  };
  for (const dependent of [...candidates, ...others]) {
    if (dependent.needs === undefined) continue;
    for (const { id } of needed(dependent, candidates)) {
      if (waits(dependent.id, id)) continue;
      after.set(id, (after.get(id) ?? new Set()).add(dependent.id));
    }
  }
  return fresh.map((member) => {
    const ids = member.kind === 'container' ? after.get(member.id) : undefined;
    return ids === undefined ? member : { ...member, stopsAfter: [...ids] };
  });
}
