import type { EngineObjects } from '../test/support/engine-objects.ts';
import type { Random } from '../test/support/random.ts';

/** How it ended that a client handed a topology over. */
export type HandOver =
  /** The agent answered with success, or the file is in the spool: a promise. */
  | 'answered'
  | 'spooled'
  /** The agent said no, or there was no room: nothing of it may have been touched. */
  | 'refused'
  /** Nobody has handed it over: it stays as it is. */
  | 'withheld'
  /** Nobody heard an answer: all of it goes, or nothing of it was touched. */
  | 'unknown';

/** A topology of a round, as built on the engine. */
export interface ChaosTopology {
  readonly id: string;
  /** What every object of it carries: `chaos=ID`. */
  readonly label: string;
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  handOver: HandOver;
}

export const labelOf = (id: string): string => `chaos=${id}`;

const MOST_CONTAINERS = 2;

const numbers = Array.from({ length: MOST_CONTAINERS }, (_, at) => at + 1);

/** All names that objects of a topology may have, as given when made. */
export const namesOf = (id: string) => ({
  container: numbers.map((number) => `${id}-box-${number}`),
  network: [`${id}-net`],
  volume: [`${id}-data`],
});

/** Builds a topology of 1 or 2 containers; some have a network, a volume, or a container that ignores SIGTERM. */
export async function buildTopology(
  objects: EngineObjects,
  random: Random,
  id: string,
  labels: Readonly<Record<string, string>>,
): Promise<ChaosTopology> {
  const names = namesOf(id);
  const all = { ...labels, chaos: id };
  const hasNetwork = random.chance(0.6);
  const hasVolume = random.chance(0.4);
  const containers = Array.from({ length: random.between(1, MOST_CONTAINERS) }, () => ({
    stubborn: random.chance(0.1),
    anonymousVolume: random.chance(0.1),
    ...(random.chance(0.1) && { restart: 'always' as const }),
  }));
  const network = hasNetwork ? await objects.network(names.network[0] ?? '', all) : undefined;
  const volume = hasVolume ? await objects.volume(names.volume[0] ?? '', all) : undefined;
  const holds = { ...(network && { network: network.name }), ...(volume && { volume: volume.name }) };
  const made = await Promise.all(
    containers.map((options, at) =>
      objects.container(names.container[at] ?? '', { ...options, ...holds, stopTimeout: 1, labels: all }),
    ),
  );
  return {
    id,
    label: labelOf(id),
    containers: made.map((container) => container.id),
    networks: network ? [network.id] : [],
    volumes: volume ? [volume.id] : [],
    handOver: 'unknown',
  };
}

/** What a client posts. */
export const submissionOf = ({ id, containers, networks, volumes }: ChaosTopology) => ({
  id,
  containers,
  networks,
  volumes,
});
