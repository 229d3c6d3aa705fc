import type { SiteName } from '../engine.ts';
import { describeError } from '../errors.ts';
import { countInput } from '../limits/limit-inputs.ts';
import type { CountLimit } from '../limits/limits.ts';
import { titleOf } from '../site.ts';
import type { Topology } from '../topology/topology.ts';
import { countCrossed } from './counts.ts';
import { leftOf } from './left-members.ts';
import type { Measure, Sources } from './measure.ts';

export interface NetworkReadings {
  /** Bridge networks on the engine, of all owners; of several engines, on the default one. */
  readonly networks?: number;
  /** The same on each other engine, by its name; absent if there is only one. */
  readonly networksAt?: Readonly<Record<SiteName, number>>;
}

const WHERE = 'on the engine';

/** What such a reading is called. */
const PREFIX = 'networks ';

/** The count of an engine; `undefined` for the default. */
type Count = readonly [site: SiteName | undefined, count: number];

/** One of several engines that does not tell its count is named, and hides no other. */
async function countAll({ engine, sites, missing }: Sources): Promise<Count[]> {
  const [first, ...others] = sites;
  if (others.length === 0) return [[undefined, await engine.countBridges()]];
  const counts = [first, ...others].map(async (site): Promise<Count[]> => {
    try {
      const count = await engine.at(site.name).countBridges();
      return [[site === first ? undefined : site.name, count]];
    } catch (error) {
      missing(`${titleOf(site)}: ${describeError(error)}`);
      return [];
    }
  });
  return (await Promise.all(counts)).flat();
}

function readCounts(counts: readonly Count[] = []): NetworkReadings {
  const others = counts.flatMap(([site, count]) => (site === undefined ? [] : [[site, count] as const]));
  const own = counts.find(([site]) => site === undefined);
  return {
    ...(own !== undefined && { networks: own[1] }),
    ...(others.length > 0 && { networksAt: Object.fromEntries(others) }),
  };
}

/** The counts after the networks of some topologies are gone. */
function without({ networks: count, networksAt }: NetworkReadings, topologies: readonly Topology[]) {
  const gone = topologies.flatMap((topology) => leftOf(topology, 'network'));
  const goneAt = (site: string) => gone.filter((network) => network.site === site).length;
  const here = gone.filter(({ site }) => site === undefined || networksAt?.[site] === undefined).length;
  return {
    ...(count !== undefined && { networks: count - here }),
    ...(networksAt && {
      networksAt: Object.fromEntries(
        Object.entries(networksAt).map(([site, there]) => [site, there - goneAt(site)]),
      ),
    }),
  };
}

const whereOf = (of: string): string =>
  of.startsWith(PREFIX) ? `${WHERE} ${of.slice(PREFIX.length)}` : WHERE;

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
    ask: countAll,
    read: readCounts,
  },
  relief: {
    isMeasured: false,
    cutsGrace: false,
    weighsLayers: false,
    isHelpedByImages: false,
    helpers: (pending) => pending.filter((topology) => leftOf(topology, 'network').length > 0),
    expected: (readings, { topologies }) => without(readings, topologies),
  },
  words: {
    isShown: true,
    name: (of) => of,
    subject: (of) => of,
    figure: 'amount',
    after: () => WHERE,
    lane: 20,
    wavers: false,
  },
  metrics: [
    {
      name: 'topo_gc_engine_networks',
      help: 'Bridge networks on the engine, whoever made them.',
      samples: ({ networks: value, networksAt = {} }) => [
        ...(value === undefined ? [] : [{ value }]),
        ...Object.entries(networksAt).map(([engine, count]) => ({ labels: { engine }, value: count })),
      ],
    },
  ],
  whenOften: {
    effect:
      'has fewer and larger collections, once the daemon has more address pools (default-address-pools)',
  },
  amounts: ({ networks: value, networksAt = {} }) => [
    ...(value === undefined ? [] : [{ of: 'networks', value }]),
    ...Object.entries(networksAt).map(([site, count]) => ({ of: `${PREFIX}${site}`, value: count })),
  ],
  crossed: (limit, amount, margin) => countCrossed('network', whereOf(amount.of), limit, amount, margin),
} as const satisfies Measure<CountLimit, NetworkReadings, readonly Count[]>;
