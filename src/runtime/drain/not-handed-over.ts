import type { Leak } from '../../domain/leaks/leak.ts';
import type { Site } from '../../domain/site.ts';
import { isDone, isKept, memberKey, membersOf, type TopologyId } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import type { Labelled } from '../lookup/labelled.ts';
import type { Images } from '../removal/images.ts';

interface NotHandedOverParts {
  readonly state: AgentState;
  readonly labelled: Labelled;
  readonly images: Images;
}

/** What carries a label that the drain looks for on one engine, no client has handed over, and is still there. */
export async function stillLabelled({ labelled }: NotHandedOverParts, site: Site): Promise<Leak[]> {
  const at = site.name === undefined ? {} : { site: site.name };
  const found = await Promise.all(
    labelled.labels.map(async (label) => {
      const { members, owned, unresolved } = await labelled.unsubmitted(label, site);
      const topology = label as TopologyId;
      return [
        ...members.map(({ kind, id, name }) => ({
          topology,
          ...{ kind, id, name, ...at },
          cause: 'labelled' as const,
          reason: `carries the label ${label} and was still there after the drain`,
        })),
        ...owned.map(({ member: { kind, id, name }, why }) => ({
          topology,
          ...{ kind, id, name, ...at },
          cause: 'owned-elsewhere' as const,
          reason: `carries the label ${label} and ${why}`,
        })),
        ...unresolved.map(({ kind, ref, shown = ref, error }) => ({
          topology,
          ...{ kind, id: ref, name: shown, ...at },
          cause: 'unresolved' as const,
          reason: `carries the label ${label} and could not be looked up: ${error}`,
        })),
      ];
    }),
  );
  return found.flat();
}

/** Removable images on one engine that are not already kept or reported. */
export async function stillArrived(
  { state: { ledger }, images }: NotHandedOverParts,
  site: Site,
): Promise<Leak[]> {
  const members = [...ledger.topologies.values()].flatMap((topology) => membersOf(topology, 'image'));
  const told = new Set(members.filter((member) => !isDone(member) || isKept(member)).map(memberKey));
  return (await images.arrived(site))
    .filter(({ id, site: at }) => !told.has(memberKey({ kind: 'image', id, ...(at && { site: at }) })))
    .map(({ id, name, site: at }) => ({
      topology: 'images' as TopologyId,
      kind: 'image',
      id,
      name,
      ...(at && { site: at }),
      cause: 'unused-image' as const,
      reason: 'came since the session began, is used by no container, and was still there after the drain',
    }));
}
