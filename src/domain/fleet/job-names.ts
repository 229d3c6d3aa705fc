const SEPARATOR = '/';

/** The number of items that the lists have in common at their beginning. */
function sharedLength(lists: readonly (readonly string[])[]): number {
  const [first = [], ...others] = lists;
  const end = first.findIndex((item, at) => others.some((other) => other[at] !== item));
  return end < 0 ? first.length : end;
}

/**
 * A short name for each report: its path without the folders at the beginning, and the names at the end, that all paths
 * have in common. `reports/ubuntu/report.json` and `reports/debian/report.json` are `ubuntu` and `debian`.
 * @param paths different paths
 */
export function jobNames(paths: readonly string[]): string[] {
  if (paths.length < 2) return [...paths];
  const parts = paths.map((path) => path.split(SEPARATOR));
  const shortest = Math.min(...parts.map(({ length }) => length));
  const head = Math.min(sharedLength(parts), shortest - 1);
  // A name keeps one part at least.
  const tail = Math.min(sharedLength(parts.map((each) => [...each].reverse())), shortest - head - 1);
  return parts.map((each) => each.slice(head, each.length - tail).join(SEPARATOR));
}
