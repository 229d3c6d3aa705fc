import type { Fault } from '../errors.ts';

interface Named {
  readonly members: readonly { readonly field: string }[];
  readonly selectors: readonly unknown[];
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** What one submission may hold; what needs more is submitted in parts, under one id. */
export const MOST_MEMBERS = 2_000;
export const MOST_SELECTORS = 100;

/** Metadata says what a topology is, and is kept as long as that: keys and values together have so many characters. */
export const MOST_KEYS = 64;
export const MOST_METADATA = 16_384;

/** How many characters keys and values have together. */
export const metadataLength = (metadata: Readonly<Record<string, string>>): number =>
  Object.entries(metadata).reduce((sum, [key, value]) => sum + key.length + value.length, 0);

/** A fault for each limit that a submission is over. */
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
