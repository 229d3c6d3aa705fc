/**
 * Whether a reference can stand in a path of the API: of `a/../b` the engine's router would make something else. What can't is
 * looked for in the engine's lists.
 */
export const isAskable = (ref: string): boolean =>
  ref.split('/').every((segment) => !['', '.', '..'].includes(segment));
