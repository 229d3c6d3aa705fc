import type { Fault } from './errors.ts';

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

/** A fault for each limit that a submission is over. */
export function limitFaults({ members, selectors, metadata = {} }: Named): Fault[] {
  const entries = Object.entries(metadata);
  const length = entries.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const over = (field: string, unit: string, count: number, most: number): Fault[] =>
    count <= most ? [] : [{ field, detail: `takes at most ${most} ${unit}, and has ${count}` }];
  return [
    ...over(members[MOST_MEMBERS]?.field ?? 'containers', 'members in all', members.length, MOST_MEMBERS),
    ...over('selectors', 'selectors', selectors.length, MOST_SELECTORS),
    ...over('metadata', 'keys', entries.length, MOST_KEYS),
    ...over('metadata', 'characters in all', length, MOST_METADATA),
  ];
}
