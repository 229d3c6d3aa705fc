import prettyBytes from 'pretty-bytes';
import prettyMs from 'pretty-ms';
import type { MemberCounts } from '../../domain/collection.ts';
import { type Readings, type SpaceReading, suppliesOf, usedPercent } from '../../domain/readings.ts';

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
function supplies(kind: 'disk' | 'memory', space: SpaceReading): [name: string, value: string][] {
  return suppliesOf(space).map((supply) => {
    const word = supply.unit === 'inodes' ? 'inodes' : kind;
    const free = `${prettyBytes(supply.free, { binary: true, maximumFractionDigits: 1 })} free`;
    return [
      word === space.of ? word : `${word} ${space.of}`,
      word === 'disk' ? free : percent(usedPercent(supply), 'used'),
    ];
  });
}

const percent = (value: number, word: string): string => `${value.toFixed(0)} % ${word}`;

/** The readings, each as `name value`; a name begins with the word that its threshold begins with. */
export function readings(taken: Readings): readonly (readonly [name: string, value: string])[] {
  const { disk, memory, cpu, busyPercent, containers, networks } = taken;
  return [
    ...disk.flatMap((space) => supplies('disk', space)),
    ...memory.flatMap((space) => supplies('memory', space)),
    ...(cpu === undefined
      ? []
      : [['cpu', percent(cpu.percent, cpu.by === 'load' ? 'load a core' : 'pressure')] as const]),
    ...(busyPercent === undefined ? [] : [['busy', percent(busyPercent, 'of the CPU')] as const]),
    ['containers', `${containers} pending`] as const,
    ...(networks === undefined ? [] : [['networks', `${networks} on the engine`] as const]),
  ];
}
