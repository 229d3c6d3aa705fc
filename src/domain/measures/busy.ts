import { percentInput } from '../limits/limit-inputs.ts';
import type { PercentLimit } from '../limits/limits.ts';
import { idleBatch } from '../removal/removal-plan.ts';
import type { Measure } from './measure.ts';
import type { CpuTimes } from './readings.ts';

export interface BusyReadings {
  /** The share of the time since the last look in which the CPUs were busy, 0 to 100; absent at the first look. */
  readonly busyPercent?: number;
}

/** The share of the time between two looks in which the CPUs were busy, 0 to 100; `undefined` if no time has passed. */
export function busyBetween(before: CpuTimes, after: CpuTimes): number | undefined {
  const total = after.total - before.total;
  return total <= 0 ? undefined : (100 * Math.max(0, after.busy - before.busy)) / total;
}

/** Whether the CPUs have time for topologies that have stopped. */
export const busy = {
  trigger: 'idle',
  input: { name: 'idle-collect', ...percentInput, fallback: '50%' },
  unit: 'percent',
  fires: 'below',
  urgency: 90,
  runsOut: false,
  reads: {
    name: 'cpu',
    ask: ({ probe }) => probe.cpuTimes(),
    read(times, { busySince }) {
      const busyPercent = times && busySince(times);
      return busyPercent === undefined ? {} : { busyPercent };
    },
  },
  relief: {
    isMeasured: true,
    cutsGrace: false,
    weighsLayers: false,
    isHelpedByImages: false,
    helpers: idleBatch,
  },
  words: {
    isShown: true,
    name: () => 'busy',
    subject: () => 'the CPUs',
    figure: 'amount',
    after: () => 'of the CPU',
    lane: 50,
    wavers: true,
  },
  metrics: [
    {
      name: 'topo_gc_cpu_busy_ratio',
      help: 'The share of the time since the last look in which the CPUs were busy.',
      samples: ({ busyPercent }) => (busyPercent === undefined ? [] : [{ value: busyPercent / 100 }]),
    },
  ],
  amounts: ({ busyPercent: value }) => (value === undefined ? [] : [{ of: 'busy', value }]),
  crossed(limit, { value }) {
    if (limit.kind === 'off' || value >= limit.percent) return undefined;
    return {
      reading: 100 - value,
      step: 1,
      reason: `the CPUs were ${value.toFixed(0)}% busy, less than ${limit.percent}%`,
      back: `they are ${limit.percent}% busy`,
    };
  },
} as const satisfies Measure<PercentLimit, BusyReadings, CpuTimes>;
