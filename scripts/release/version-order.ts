const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/** @throws Error where that is no version such as 1.2.3. */
function partsOf(version: string): number[] {
  const [, ...parts] = VERSION.exec(version) ?? [];
  if (parts.length === 0)
    throw new Error(`"${version}" is no version: it takes MAJOR.MINOR.PATCH, such as 1.2.3`);
  return parts.map(Number);
}

/**
 * That a version is one that may follow the other: the next patch, minor or major one.
 *
 * @throws Error that names those that may.
 */
export function requireNext(current: string, next: string): void {
  partsOf(next);
  const [major = 0, minor = 0, patch = 0] = partsOf(current);
  const may = [`${major}.${minor}.${patch + 1}`, `${major}.${minor + 1}.0`, `${major + 1}.0.0`];
  if (!may.includes(next)) throw new Error(`${next} does not follow ${current}: it takes ${may.join(', ')}`);
}
