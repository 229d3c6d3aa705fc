import { type Facts } from './kind.ts';
export interface PathFacts extends Facts<'path'> {
    /** Identifies the file, because another file can reuse its name. Compare it for equality only. */
    readonly file?: string;
}
export declare const path: {
    readonly kind: "path";
    readonly naming: {
        readonly field: "paths";
        readonly option: {
            readonly name: "path";
            readonly value: "P";
            readonly help: "an absolute path on this host, below one of the agent's path-roots";
        };
        readonly isSharable: false;
        readonly takes: "takes a list of absolute paths, or of {\"name\": …}";
        readonly whyNoRef: (ref: string) => "takes an absolute path, no segment of it empty, \".\" or \"..\"" | undefined;
    };
    readonly count: "paths";
    readonly isAlwaysCounted: false;
    readonly word: readonly ["path", "paths"];
    readonly on: "host";
    readonly isLabelled: false;
    readonly hasShortIds: false;
    readonly hasToStop: false;
    readonly goesAfter: readonly ["container", "service"];
    readonly beginsOnce: "gone";
    readonly removedAtOnce: 2;
    readonly isSame: (a: PathFacts, b: PathFacts) => boolean;
    readonly whyForeignOnHost: (member: PathFacts, { began, ownFolders }: import("../protection/guarded.ts").HostRules) => string | undefined;
    readonly touches: (a: string, b: string) => boolean;
} & import("./kind.ts").Knows<PathFacts>;
