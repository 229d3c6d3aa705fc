import { type Facts } from './kind.ts';
export interface NetnsFacts extends Facts<'netns'> {
    /** Identifies the file, because another file can reuse its name. Compare it for equality only. */
    readonly file?: string;
}
/** A link to a container's network namespace. The link may be older than the session, so its target says more than its age. */
export declare const netns: {
    readonly kind: "netns";
    readonly naming: {
        readonly field: "netns";
        readonly option: {
            readonly name: "netns";
            readonly value: "N";
            readonly help: "a link of /var/run/netns to one of the containers; it is removed at once";
        };
        readonly isSharable: false;
        readonly takes: "takes a list of names of links in /var/run/netns, or of {\"name\": …}";
        readonly whyNoRef: (ref: string) => "takes the name of a link in /var/run/netns: letters, digits and _ . -" | undefined;
    };
    readonly count: "links";
    readonly isAlwaysCounted: false;
    readonly word: readonly ["link", "links"];
    readonly on: "host";
    readonly isLabelled: false;
    readonly hasShortIds: false;
    readonly hasToStop: false;
    readonly goesAfter: readonly ["container"];
    readonly beginsOnce: "gone";
    readonly removedAtOnce: 8;
    readonly isSame: (a: NetnsFacts, b: NetnsFacts) => boolean;
} & import("./kind.ts").Knows<NetnsFacts>;
