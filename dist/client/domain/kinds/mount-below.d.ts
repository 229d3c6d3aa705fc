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
/**
 * The mounts that the host gets below volumes of a container. One mount with shared propagation is enough: the engine then
 * shares the container's root, and with it all mounts below its volumes, whatever their own propagation is.
 */
export declare function mountsBelow(mounts: readonly ContainerMount[]): MountBelow[];
/** Engines name anonymous volumes with 64 hexadecimal digits. */
export declare const isAnonymous: (volume: string) => boolean;
/** The place where the engine keeps the files of a volume. */
export interface VolumePlace {
    readonly mountpoint: string;
    /** Whether the driver mounts something there by itself, and ends that mount before it removes the volume. */
    readonly isMount: boolean;
}
/** The first mount of a host at or below the place of a volume, except the mount that the driver makes. */
export declare const firstBelow: ({ mountpoint, isMount }: VolumePlace, mounted: readonly string[]) => string | undefined;
/** The same for an anonymous volume of which only the name is known; no other volume of the host has that name. */
export declare const firstBelowAnonymous: (volume: string, mounted: readonly string[]) => string | undefined;
