import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Limits, Pressure, Readings } from '../../domain/measures/measures.ts';
import type { Clock } from '../../domain/ports.ts';
import { nextBatch, reliefOf } from '../../domain/pressure/reclaim.ts';
import { crossedThresholds } from '../../domain/pressure/thresholds.ts';
import type { Topology, TopologyId } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import type { Collector } from '../removal/collect.ts';
import type { LayerSizes } from './layer-sizes.ts';
import type { Collected, Due, ThresholdWatch } from './threshold-watch.ts';

export interface ReclaimParts {
  readonly state: AgentState;
  readonly collector: Collector;
  readonly thresholds: ThresholdWatch;
  readonly layerSizes: LayerSizes;
  readonly clock: Clock;
  readonly settings: { readonly limits: Limits };
  readonly takeReadings: () => Promise<Readings>;
}

/** How long the kernel and the engine take until figures show a removal, in ms. */
const SETTLE_MS = 500;

/** Collects batch after batch until all crossed readings are back by their margin, or nothing is left that helps. */
export async function reclaimEnough(
  parts: ReclaimParts,
  { trigger, crossed: { trigger: first, reason } }: Due,
  readings: Readings,
): Promise<Collected> {
  const { state, collector, thresholds, layerSizes, settings } = parts;
  const relieving = new Set<Pressure>([first]);
  const tried = new Set<TopologyId>();
  let now = readings;
  let layerBytes: ReadonlyMap<string, number> = new Map();
  let { submissions } = state.ledger;
  const pressing = (then: Readings) =>
    thresholds.pressing(then).filter((crossed) => relieving.has(crossed.trigger));
  const fresh = (pending: readonly Topology[]) =>
    pending.filter((topology) => !tried.has(topology.id) && collector.isFree(topology));
  const choose = (pending: readonly Topology[]) => {
    submissions = state.ledger.submissions;
    return nextBatch({ readings: now, pressing, pending: fresh(pending), layerBytes });
  };
  for (;;) {
    for (const crossed of crossedThresholds(settings.limits, now)) relieving.add(crossed.trigger);
    const reliefs = pressing(now).map((crossed) => reliefOf(crossed.trigger));
    const pending = pendingTopologies(state.ledger);
    if (reliefs.some(({ weighsLayers }) => weighsLayers)) layerBytes = await layerSizes.of(fresh(pending));
    if (choose(pending).length === 0) return { after: now, submissions };
    const cutsGrace = reliefs.some((relief) => relief.cutsGrace);
    const { topologies, after } = await collector.collect({
      trigger,
      reason,
      choose,
      cutsGrace,
      leavesUnderWay: true,
    });
    for (const id of topologies) tried.add(id);
    now = pressing(after).some(({ trigger: each }) => reliefOf(each).isMeasured) ? await later(parts) : after;
  }
}

async function later({ clock, takeReadings }: ReclaimParts): Promise<Readings> {
  await clock.sleep(SETTLE_MS);
  return takeReadings();
}
