/** A mount that a container has below one of its volumes. The host has the mount there too, also after the container is gone. */
export interface MountBelow {
  /** The name of the volume. */
  readonly volume: string;
  /** The path below the volume: `p`, without a leading slash. */
  readonly path: string;
  /** The source of the mount: a path of the host, or the place where the engine keeps another volume. */
  readonly source: string;
}

/** A mount of a container, as the engine shows it. */
export interface ContainerMount {
  readonly type: string;
  /** The volume's name, if a volume is mounted. */
  readonly name?: string;
  readonly source: string;
  /** An absolute path in the container. */
  readonly destination: string;
  /** `shared`, `rprivate` and the like; empty for a volume. */
  readonly propagation: string;
}

const SHARED = new Set(['shared', 'rshared']);

/**
 * The mounts that the host gets below volumes of a container. One mount with shared propagation is enough: the engine then
 * shares the container's root, and with it all mounts below its volumes, whatever their own propagation is.
 */
export function mountsBelow(mounts: readonly ContainerMount[]): MountBelow[] {
  if (!mounts.some(({ propagation }) => SHARED.has(propagation))) return [];
  return mounts.flatMap(({ type, name: volume, destination: folder }) =>
    type !== 'volume' || volume === undefined
      ? []
      : mounts
          .filter(({ destination }) => destination.startsWith(`${folder}/`))
          .map(({ destination, source }) => ({ volume, path: destination.slice(folder.length + 1), source })),
  );
}

/** Engines name anonymous volumes with 64 hexadecimal digits. */
export const isAnonymous = (volume: string): boolean => /^[0-9a-f]{64}$/.test(volume);

/** The place where the engine keeps the files of a volume. */
export interface VolumePlace {
  readonly mountpoint: string;
  /** Whether the driver mounts something there by itself, and ends that mount before it removes the volume. */
  readonly isMount: boolean;
}

/** The first mount of a host at or below the place of a volume, except the mount that the driver makes. */
export const firstBelow = (
  { mountpoint, isMount }: VolumePlace,
  mounted: readonly string[],
): string | undefined =>
  mounted.find((path) => path.startsWith(`${mountpoint}/`) || (path === mountpoint && !isMount));

/** The same for an anonymous volume of which only the name is known; no other volume of the host has that name. */
export const firstBelowAnonymous = (volume: string, mounted: readonly string[]): string | undefined =>
  mounted.find((path) => `${path}/`.includes(`/${volume}/_data/`));
