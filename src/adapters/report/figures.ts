import prettyBytes from 'pretty-bytes';
import prettyMs from 'pretty-ms';
import type { MemberCounts } from '../../domain/collection.ts';
import { type Readings, usedPercent } from '../../domain/readings.ts';

/** `1.2s`, `340ms`. */
export const duration = (ms: number): string =>
  prettyMs(Math.round(ms), ms < 1000 ? {} : { secondsDecimalDigits: 1 });

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

export const topologies = (count: number): string => (count === 1 ? '1 topology' : `${count} topologies`);

export const collections = (count: number): string => plural(count, 'collection');

/** `4 containers, 1 network`; `nothing`. */
export const members = ({ containers, networks, volumes, links = 0, paths = 0 }: MemberCounts): string =>
  [
    ...(containers > 0 ? [plural(containers, 'container')] : []),
    ...(networks > 0 ? [plural(networks, 'network')] : []),
    ...(volumes > 0 ? [plural(volumes, 'volume')] : []),
    ...(links > 0 ? [plural(links, 'link')] : []),
    ...(paths > 0 ? [plural(paths, 'path')] : []),
  ].join(', ') || 'nothing';

/** The readings, each as `name value`. */
export function readings(taken: Readings): readonly (readonly [name: string, value: string])[] {
  const free = (bytes: number) => `${prettyBytes(bytes, { binary: true, maximumFractionDigits: 1 })} free`;
  return [
    ...taken.disk.map((space) => [`disk ${space.of}`, free(space.freeBytes)] as const),
    ...(taken.memory ? [['memory', `${usedPercent(taken.memory).toFixed(0)} % used`] as const] : []),
    ['containers', `${taken.containers} pending`] as const,
    ...(taken.networks === undefined ? [] : [['networks', `${taken.networks} on the engine`] as const]),
  ];
}
