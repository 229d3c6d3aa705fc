import type { Fault } from '../errors.ts';

interface Named {
  readonly members: readonly { readonly field: string }[];
  readonly selectors: readonly unknown[];
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** The limits of one submission; a client submits larger topologies in parts, under one id. */
export const MOST_MEMBERS = 2_000;
export const MOST_SELECTORS = 100;

/** Metadata describes a topology and is kept as long as the topology: the most characters of keys and values together. */
export const MOST_KEYS = 64;
export const MOST_METADATA = 16_384;

/** The number of characters of keys and values together. */
export const metadataLength = (metadata: Readonly<Record<string, string>>): number =>
  Object.entries(metadata).reduce((sum, [key, value]) => sum + key.length + value.length, 0);

/** A fault for each limit that a submission exceeds. */
export function limitFaults({ members, selectors, metadata = {} }: Named): Fault[] {
  const over = (field: string, unit: string, count: number, most: number): Fault[] =>
    count <= most ? [] : [{ field, detail: `takes at most ${most} ${unit}, and has ${count}` }];
  return [
    ...over(members[MOST_MEMBERS]?.field ?? 'containers', 'members in all', members.length, MOST_MEMBERS),
    ...over('selectors', 'selectors', selectors.length, MOST_SELECTORS),
    ...over('metadata', 'keys', Object.keys(metadata).length, MOST_KEYS),
    ...over('metadata', 'characters in all', metadataLength(metadata), MOST_METADATA),
  ];
}
