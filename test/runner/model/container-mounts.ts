/** A folder or socket of this machine, and where a container has it. */
export interface Mount {
  readonly source: string;
  readonly target: string;
  readonly readOnly?: boolean;
}

export const volumeOptions = (mounts: readonly Mount[]): string[] =>
  mounts.flatMap(({ source, target, readOnly }) => [
    '--volume',
    `${source}:${target}${readOnly ? ':ro' : ''}`,
  ]);

/** A path of this machine as the container has it, by the first mount that holds it; any other text stays as it is. */
export function translate(text: string, mounts: readonly Mount[]): string {
  const mount = mounts.find(({ source }) => text === source || text.startsWith(`${source}/`));
  return mount === undefined ? text : mount.target + text.slice(mount.source.length);
}
