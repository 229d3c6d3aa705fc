import type { Readings } from './readings.ts';
import { crossedThresholds, type Limits, type Pressure } from './thresholds.ts';
import { isDone, type Topology } from './topology.ts';

/** Only a new reading tells what a removal has done to these. */
const MEASURED: ReadonlySet<Pressure> = new Set(['disk', 'memory', 'cpu']);

/** Topologies at once then. */
const MEASURED_BATCH = 2;

const left = (topology: Topology, kind: 'container' | 'network'): number =>
  topology.members.filter((member) => member.kind === kind && !isDone(member)).length;

/**
 * The next topologies to collect under `reclaim: enough`: oldest first, as few as bring the readings back under
 * the thresholds that were crossed by their margin; none where they are.
 * @param pending oldest first
 */
export function nextBatch(
  limits: Limits,
  crossed: ReadonlySet<Pressure>,
  readings: Readings,
  pending: readonly Topology[],
): Topology[] {
  let count = 0;
  let { containers, networks } = readings;
  const pressed = (): boolean => {
    const first = pending[count];
    const { oldestMs: _, ...rest } = readings;
    const oldestMs = first && readings.at - first.submittedAt;
    const then: Readings = {
      ...rest,
      containers,
      ...(networks !== undefined && { networks }),
      ...(oldestMs !== undefined && { oldestMs }),
    };
    return crossedThresholds(limits, then, true).some(
      ({ trigger }) => crossed.has(trigger) && (!MEASURED.has(trigger) || count < MEASURED_BATCH),
    );
  };
  while (count < pending.length && pressed()) {
    const topology = pending[count] as Topology;
    containers -= left(topology, 'container');
    if (networks !== undefined) networks -= left(topology, 'network');
    count += 1;
  }
  return pending.slice(0, count);
}
