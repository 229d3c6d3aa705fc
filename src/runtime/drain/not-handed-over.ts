import type { Leak } from '../../domain/leaks/leak.ts';
import { isDone, isKept, membersOf, type TopologyId } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import type { Labelled } from '../lookup/labelled.ts';
import type { Images } from '../removal/images.ts';

interface NotHandedOverParts {
  readonly state: AgentState;
  readonly labelled: Labelled;
  readonly images: Images;
}

/** What carries a label that the drain looks for, no client has handed over, and is still there. */
export async function stillLabelled({ labelled }: NotHandedOverParts): Promise<Leak[]> {
  const found = await Promise.all(
    labelled.labels.map(async (label) => {
      const { members, owned, unresolved } = await labelled.unsubmitted(label);
      const topology = label as TopologyId;
      return [
        ...members.map(({ kind, id, name }) => ({
          topology,
          ...{ kind, id, name },
          cause: 'labelled' as const,
          reason: `carries the label ${label} and was still there after the drain`,
        })),
        ...owned.map(({ member: { kind, id, name }, why }) => ({
          topology,
          ...{ kind, id, name },
          cause: 'owned-elsewhere' as const,
          reason: `carries the label ${label} and ${why}`,
        })),
        ...unresolved.map(({ kind, ref, shown = ref, error }) => ({
          topology,
          ...{ kind, id: ref, name: shown },
          cause: 'unresolved' as const,
          reason: `carries the label ${label} and could not be looked up: ${error}`,
        })),
      ];
    }),
  );
  return found.flat();
}

/** Removable images that are not already kept or reported. */
export async function stillArrived({ state: { ledger }, images }: NotHandedOverParts): Promise<Leak[]> {
  const members = [...ledger.topologies.values()].flatMap((topology) => membersOf(topology, 'image'));
  const told = new Set(members.filter((member) => !isDone(member) || isKept(member)).map(({ id }) => id));
  return (await images.arrived())
    .filter(({ id }) => !told.has(id))
    .map(({ id, name }) => ({
      topology: 'images' as TopologyId,
      kind: 'image',
      id,
      name,
      cause: 'unused-image' as const,
      reason: 'came since the session began, is used by no container, and was still there after the drain',
    }));
}
