import { spaceInput } from '../limits/limit-inputs.ts';
import type { SpaceLimit } from '../limits/limits.ts';
import { isRunning } from './left-members.ts';
import type { Measure } from './measure.ts';
import type { SpaceReading } from './readings.ts';
import { byteMetrics, bytesOf, spaceCrossed } from './spaces.ts';

export interface MemoryReadings {
  /** The memory of this host, and of each control group above this process whose limit is lower. */
  readonly memory: readonly SpaceReading[];
}

/** The memory of the host, and of the control groups that the agent is in. */
export const memory = {
  trigger: 'memory',
  input: { name: 'memory-threshold', ...spaceInput('85%') },
  unit: 'bytes',
  fires: 'above',
  urgency: 20,
  runsOut: true,
  reads: {
    name: 'memory',
    async ask({ probe, missing }) {
      const { spaces, failures } = await probe.memory();
      for (const why of failures) missing(why);
      return spaces;
    },
    read: (spaces = []) => ({ memory: spaces }),
  },
  relief: {
    isMeasured: true,
    cutsGrace: true,
    weighsLayers: false,
    isHelpedByImages: false,
    // Topologies that have stopped give back almost nothing, but there may be no others.
    helpers: (pending) => pending.toSorted((a, b) => Number(isRunning(b)) - Number(isRunning(a))),
  },
  words: {
    isShown: true,
    name: (of) => (of === 'memory' ? of : `memory ${of}`),
    subject: (of) => of,
    figure: 'used',
    after: () => 'used',
    lane: 40,
    wavers: false,
  },
  metrics: byteMetrics(({ memory: spaces }: MemoryReadings) => spaces),
  amounts: ({ memory: spaces }) => spaces.map(bytesOf),
  crossed: (limit, amount, margin) => spaceCrossed('bytes', amount.of, limit, amount, margin),
} as const satisfies Measure<SpaceLimit, MemoryReadings, readonly SpaceReading[]>;
