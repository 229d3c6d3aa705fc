import { countInput } from '../limits/limit-inputs.ts';
import type { CountLimit } from '../limits/limits.ts';
import { countCrossed } from './counts.ts';
import { countLeftOf, leftOf } from './left-members.ts';
import type { Measure } from './measure.ts';

export interface NetworkReadings {
  /** Bridge networks on the engine, of all owners. */
  readonly networks?: number;
}

const WHERE = 'on the engine';

/** The number of bridge networks on the engine, whose address pools run out. */
export const networks = {
  trigger: 'networks',
  input: { name: 'network-threshold', ...countInput('24') },
  unit: 'count',
  fires: 'above',
  urgency: 30,
  runsOut: false,
  reads: {
    name: 'networks',
    ask: ({ engine }) => engine.countBridges(),
    read: (count) => (count === undefined ? {} : { networks: count }),
  },
  relief: {
    isMeasured: false,
    cutsGrace: false,
    weighsLayers: false,
    isHelpedByImages: false,
    helpers: (pending) => pending.filter((topology) => leftOf(topology, 'network').length > 0),
    expected: ({ networks: count }, { topologies }) =>
      count === undefined ? {} : { networks: count - countLeftOf(topologies, 'network') },
  },
  words: {
    isShown: true,
    name: () => 'networks',
    subject: () => 'networks',
    figure: 'amount',
    after: () => WHERE,
    lane: 20,
    wavers: false,
  },
  metrics: [
    {
      name: 'topo_gc_engine_networks',
      help: 'Bridge networks on the engine, whoever made them.',
      samples: ({ networks: value }) => (value === undefined ? [] : [{ value }]),
    },
  ],
  whenOften: {
    effect:
      'has fewer and larger collections, once the daemon has more address pools (default-address-pools)',
  },
  amounts: ({ networks: value }) => (value === undefined ? [] : [{ of: 'networks', value }]),
  crossed: (limit, amount, margin) => countCrossed('network', WHERE, limit, amount, margin),
} as const satisfies Measure<CountLimit, NetworkReadings, number>;
