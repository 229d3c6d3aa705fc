import type { Readings } from '../measures/readings.ts';
import type { Crossed, Pressure } from '../measures/thresholds.ts';
import { isDone, type Member, type Topology } from '../topology/topology.ts';

/** What `reclaim: enough` chooses from. */
export interface Reclaim {
  readonly readings: Readings;
  /** The thresholds to be brought back that readings are not back from by their margin yet, the most urgent first. */
  readonly pressing: (readings: Readings) => readonly Crossed[];
  /** The oldest first. */
  readonly pending: readonly Topology[];
  /** What the writable layers hold, by id of the container; what is not known counts as small. */
  readonly layerBytes: ReadonlyMap<string, number>;
}

/** Whether only a new reading tells what a removal has done. */
export const isMeasured = (trigger: Pressure): boolean =>
  trigger === 'disk' || trigger === 'memory' || trigger === 'cpu';

/** Topologies at once then. */
const MEASURED_BATCH = 2;

/** In bytes. Layers below that are alike, and their age decides. */
const LARGE_LAYERS = 16 * 2 ** 20;

const left = (topology: Topology, kind: Member['kind']): Member[] =>
  topology.members.filter((member) => member.kind === kind && !isDone(member));

const isRunning = (topology: Topology): boolean =>
  left(topology, 'container').some(({ stoppedAt }) => stoppedAt === undefined);

/**
 * The next topologies to collect under `reclaim: enough`: as few as bring the readings back under the thresholds by their
 * margin, what helps the reading most first, the oldest first among equals; none where they are, or where nothing helps.
 */
export function nextBatch({ readings, pressing, pending, layerBytes }: Reclaim): Topology[] {
  const chosen = new Set<Topology>();
  const isPressing = (trigger: Pressure): boolean => {
    const then = expected(readings, pending, chosen, layerBytes);
    return pressing(then).some((crossed) => crossed.trigger === trigger);
  };
  for (const trigger of new Set(pressing(readings).map((crossed) => crossed.trigger))) {
    for (const topology of helpers(trigger, pending, layerBytes)) {
      if (!isPressing(trigger)) break;
      const isLarge = trigger === 'disk' && bytesOf(topology, layerBytes) >= LARGE_LAYERS;
      if (isMeasured(trigger) && chosen.size >= MEASURED_BATCH && !isLarge) break;
      chosen.add(topology);
    }
  }
  return pending.filter((topology) => chosen.has(topology));
}

const bytesOf = (topology: Topology, layerBytes: Reclaim['layerBytes']): number =>
  left(topology, 'container').reduce((sum, { id }) => sum + (layerBytes.get(id) ?? 0), 0);

/** Those whose removal may bring that reading back, what helps most first. */
function helpers(
  trigger: Pressure,
  pending: readonly Topology[],
  layerBytes: Reclaim['layerBytes'],
): readonly Topology[] {
  switch (trigger) {
    case 'disk': {
      const large = (topology: Topology) => {
        const bytes = bytesOf(topology, layerBytes);
        return bytes >= LARGE_LAYERS ? bytes : 0;
      };
      return pending.toSorted((a, b) => large(b) - large(a));
    }
    case 'memory':
      // What has stopped gives back almost nothing, but may be all that there is.
      return pending.toSorted((a, b) => Number(isRunning(b)) - Number(isRunning(a)));
    case 'cpu':
      return pending.filter(isRunning);
    case 'networks':
      return pending.filter((topology) => left(topology, 'network').length > 0);
    case 'containers':
      return pending.filter((topology) => left(topology, 'container').length > 0);
    case 'age':
      return pending;
  }
}

/** The readings once what is chosen is gone, as far as that can be known. */
function expected(
  readings: Readings,
  pending: readonly Topology[],
  chosen: ReadonlySet<Topology>,
  layerBytes: Reclaim['layerBytes'],
): Readings {
  const { oldestMs: _, ...rest } = readings;
  const gone = [...chosen];
  const first = pending.find((topology) => !chosen.has(topology));
  const freed = gone.reduce((sum, topology) => sum + bytesOf(topology, layerBytes), 0);
  const count = (kind: Member['kind']) =>
    gone.reduce((sum, topology) => sum + left(topology, kind).length, 0);
  return {
    ...rest,
    disk: readings.disk.map((space) => ({ ...space, freeBytes: space.freeBytes + freed })),
    containers: readings.containers - count('container'),
    ...(readings.networks !== undefined && { networks: readings.networks - count('network') }),
    ...(first !== undefined && { oldestMs: readings.at - first.submittedAt }),
  };
}
