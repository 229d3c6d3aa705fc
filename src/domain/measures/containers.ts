import { countInput } from '../limits/limit-inputs.ts';
import type { CountLimit } from '../limits/limits.ts';
import { countCrossed } from './counts.ts';
import { countLeftOf, leftOf } from './left-members.ts';
import type { Measure } from './measure.ts';

export interface ContainerReadings {
  /** Containers pending removal. */
  readonly containers: number;
}

const WHERE = 'pending';

/** The number of containers that wait for their removal. */
export const containers = {
  trigger: 'containers',
  input: { name: 'container-threshold', ...countInput('100') },
  unit: 'count',
  fires: 'above',
  urgency: 40,
  runsOut: false,
  reads: {
    name: 'containers',
    read: (_, { members }) => ({ containers: members.containers ?? 0 }),
  },
  relief: {
    isMeasured: false,
    cutsGrace: false,
    weighsLayers: false,
    isHelpedByImages: false,
    helpers: (pending) => pending.filter((topology) => leftOf(topology, 'container').length > 0),
    expected: (readings, { topologies }) => ({
      containers: readings.containers - countLeftOf(topologies, 'container'),
    }),
  },
  words: {
    isShown: true,
    name: () => 'containers',
    subject: () => 'containers',
    figure: 'amount',
    after: () => WHERE,
    lane: 10,
    wavers: false,
  },
  // `topo_gc_pending_members` has them.
  metrics: [],
  whenOften: { effect: 'has fewer and larger collections' },
  amounts: ({ containers: value }) => [{ of: 'containers', value }],
  crossed: (limit, amount, margin) => countCrossed('container', WHERE, limit, amount, margin),
} as const satisfies Measure<CountLimit, ContainerReadings>;
