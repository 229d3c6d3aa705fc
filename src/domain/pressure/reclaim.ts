import type { LayerBytes, Relief } from '../measures/measure.ts';
import { MEASURES, PRESSURES, type Pressure, type Readings } from '../measures/measures.ts';
import type { Topology } from '../topology/topology.ts';
import type { Crossed } from './thresholds.ts';

/** The state from which `reclaim: enough` chooses. */
export interface Reclaim {
  readonly readings: Readings;
  /** The thresholds whose readings are not back by their margin yet, the most urgent first. */
  readonly pressing: (readings: Readings) => readonly Crossed[];
  /** The oldest first. */
  readonly pending: readonly Topology[];
  readonly layerBytes: LayerBytes;
}

const RELIEFS = new Map(PRESSURES.map(({ trigger, relief }) => [trigger, relief]));

/** The relief that helps the measure of a threshold. */
export function reliefOf(trigger: Pressure): Relief<Readings> {
  const relief = RELIEFS.get(trigger);
  if (relief === undefined) throw new Error(`there is no measure that begins a collection for ${trigger}`);
  return relief;
}

/** Topologies at once if only a new reading shows what they gave back. */
const MEASURED_BATCH = 2;

/**
 * The next topologies to collect under `reclaim: enough`: as few as bring the readings back by their margin. The topologies
 * that help the reading most go first, and the oldest first among equals. Empty if the readings are back, or if nothing
 * helps.
 */
export function nextBatch({ readings, pressing, pending, layerBytes }: Reclaim): Topology[] {
  const chosen = new Set<Topology>();
  const isPressing = (trigger: Pressure): boolean => {
    const then = expected(readings, pending, chosen, layerBytes);
    return pressing(then).some((crossed) => crossed.trigger === trigger);
  };
  for (const trigger of new Set(pressing(readings).map((crossed) => crossed.trigger))) {
    const relief = reliefOf(trigger);
    for (const topology of relief.helpers(pending, layerBytes)) {
      if (!isPressing(trigger)) break;
      const isLarge = relief.isLarge?.(topology, layerBytes) ?? false;
      if (relief.isMeasured && chosen.size >= MEASURED_BATCH && !isLarge) break;
      chosen.add(topology);
    }
  }
  return pending.filter((topology) => chosen.has(topology));
}

/** The readings after the chosen topologies are gone, as far as that is predictable. */
function expected(
  readings: Readings,
  pending: readonly Topology[],
  chosen: ReadonlySet<Topology>,
  layerBytes: LayerBytes,
): Readings {
  const gone = {
    at: readings.at,
    topologies: [...chosen],
    oldestLeft: pending.find((topology) => !chosen.has(topology)),
    layerBytes,
  };
  const changes = MEASURES.filter(({ reads }) => reads !== undefined).map(({ relief }) =>
    relief.expected?.(readings, gone),
  );
  return Object.assign({}, readings, ...changes);
}
