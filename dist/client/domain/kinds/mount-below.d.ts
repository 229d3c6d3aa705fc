/** What a container has mounted below one of its volumes, so that the host has it there too, also when the container is gone. */
export interface MountBelow {
    /** The name of the volume. */
    readonly volume: string;
    /** Where below the volume: `p`, without a slash at its beginning. */
    readonly path: string;
    /** What is mounted there: a path of the host, or where the engine has another volume. */
    readonly source: string;
}
/** A mount of a container, as the engine shows it. */
export interface ContainerMount {
    readonly type: string;
    /** Of a volume. */
    readonly name?: string;
    readonly source: string;
    /** An absolute path in the container. */
    readonly destination: string;
    /** `shared`, `rprivate` and the like; empty of a volume. */
    readonly propagation: string;
}
/**
 * What the host gets mounted below volumes of a container. One mount with shared propagation is enough: the engine shares the root
 * of the container for it, and with that all of its mounts below volumes, whatever their own propagation is.
 */
export declare function mountsBelow(mounts: readonly ContainerMount[]): MountBelow[];
/** Engines name volumes that nobody has named by 64 hexadecimal digits. */
export declare const isAnonymous: (volume: string) => boolean;
/** Where the engine has the files of a volume. */
export interface VolumePlace {
    readonly mountpoint: string;
    /** Whether its driver mounts something there by itself, and ends that mount before it removes the volume. */
    readonly isMount: boolean;
}
/** The first mount of a host at or below the place of a volume, but for the one that its driver makes. */
export declare const firstBelow: ({ mountpoint, isMount }: VolumePlace, mounted: readonly string[]) => string | undefined;
/** The same where only the name of an anonymous volume is known, which no other volume of the host has. */
export declare const firstBelowAnonymous: (volume: string, mounted: readonly string[]) => string | undefined;
