import prettyBytes from 'pretty-bytes';
import prettyMs from 'pretty-ms';
import type { MemberCounts } from '../../domain/collection.ts';
import {
  type Readings,
  type SpaceReading,
  type Supply,
  suppliesOf,
  usedPercent,
} from '../../domain/readings.ts';

/** `1.2s`, `340ms`. */
export const duration = (ms: number): string =>
  prettyMs(Math.round(ms), ms < 1000 ? {} : { secondsDecimalDigits: 1 });

export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

export const topologies = (count: number): string => (count === 1 ? '1 topology' : `${count} topologies`);

export const collections = (count: number): string => plural(count, 'collection');

/** `4 containers, 1 network`; `nothing`. */
export const members = ({
  containers,
  networks,
  volumes,
  links = 0,
  paths = 0,
  images = 0,
}: MemberCounts): string =>
  [
    ...(containers > 0 ? [plural(containers, 'container')] : []),
    ...(networks > 0 ? [plural(networks, 'network')] : []),
    ...(volumes > 0 ? [plural(volumes, 'volume')] : []),
    ...(links > 0 ? [plural(links, 'link')] : []),
    ...(paths > 0 ? [plural(paths, 'path')] : []),
    ...(images > 0 ? [plural(images, 'image')] : []),
  ].join(', ') || 'nothing';

/** Bytes as what is free of them or, of memory, as what is used; inodes as what is used. */
function supplyReading(
  kind: 'disk' | 'memory',
  { of }: SpaceReading,
  supply: Supply,
): [name: string, value: string] {
  const word = supply.unit === 'inodes' ? 'inodes' : kind;
  const free = `${prettyBytes(supply.free, { binary: true, maximumFractionDigits: 1 })} free`;
  return [
    word === of ? word : `${word} ${of}`,
    word === 'disk' ? free : percent(usedPercent(supply), 'used'),
  ];
}

const percent = (value: number, word: string): string => `${value.toFixed(0)} % ${word}`;

/** A reading as people see it. */
export interface Figure {
  /** It begins with the word that its threshold begins with. */
  readonly name: string;
  readonly value: string;
  /** Which input it is compared with. */
  readonly input: string;
  /** What the figure is of: a supply, or a number. */
  readonly of: Supply | number;
}

const spaceFigures = (kind: 'disk' | 'memory', space: SpaceReading): Figure[] =>
  suppliesOf(space).map((of) => {
    const [name, value] = supplyReading(kind, space, of);
    return { name, value, input: `${kind}-threshold`, of };
  });

/** The readings, each with what it is compared with. */
export function figures({ disk, memory, cpu, busyPercent, containers, networks }: Readings): Figure[] {
  const figure = (name: string, input: string, of: number | undefined, value: (of: number) => string) =>
    of === undefined ? [] : [{ name, value: value(of), input, of }];
  const cpuWord = cpu?.by === 'load' ? 'load a core' : 'pressure';
  return [
    ...disk.flatMap((space) => spaceFigures('disk', space)),
    ...memory.flatMap((space) => spaceFigures('memory', space)),
    ...figure('cpu', 'cpu-threshold', cpu?.percent, (of) => percent(of, cpuWord)),
    ...figure('busy', 'idle-collect', busyPercent, (of) => percent(of, 'of the CPU')),
    ...figure('containers', 'container-threshold', containers, (of) => `${of} pending`),
    ...figure('networks', 'network-threshold', networks, (of) => `${of} on the engine`),
  ];
}

/** The readings, each as `name value`. */
export const readings = (taken: Readings): readonly (readonly [name: string, value: string])[] =>
  figures(taken).map(({ name, value }) => [name, value]);
