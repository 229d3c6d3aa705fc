import type { Part } from './parts.ts';

/**
 * The parts of these names, in the order in which they run; all that are not left out where none is named.
 *
 * @throws Error that lists the names there are, where one is not among them.
 */
export function chooseParts(names: readonly string[], parts: readonly Part[]): readonly Part[] {
  const known = parts.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')}; the parts are ${known.join(', ')}`);
  return names.length === 0
    ? parts.filter(({ isLeftOut }) => !isLeftOut?.())
    : parts.filter(({ name }) => names.includes(name));
}
