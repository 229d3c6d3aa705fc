"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.path = void 0;
const input_names_ts_1 = require("../limits/input-names.js");
const moment_ts_1 = require("../moment.js");
const made_at_ts_1 = require("../topology/made-at.js");
const host_paths_ts_1 = require("./host-paths.js");
const kind_ts_1 = require("./kind.js");
exports.path = (0, kind_ts_1.describeKind)()({
    kind: 'path',
    naming: {
        field: 'paths',
        option: {
            name: 'path',
            value: 'P',
            help: `an absolute path on this host, below one of the agent's ${input_names_ts_1.INPUT.pathRoots}`,
        },
        isSharable: false,
        takes: 'takes a list of absolute paths, or of {"name": …}',
        whyNoRef: (ref) => ((0, host_paths_ts_1.isPlainPath)(ref) ? undefined : host_paths_ts_1.TAKES_PATH),
    },
    count: 'paths',
    isAlwaysCounted: false,
    word: ['path', 'paths'],
    on: 'host',
    isLabelled: false,
    hasShortIds: false,
    hasToStop: false,
    // A container may still write there.
    goesAfter: ['container', 'service'],
    beginsOnce: 'gone',
    // Removals of paths share their threads with the sync of the journal, and one path may take many thousand calls.
    removedAtOnce: 2,
    isSame: (a, b) => a.file === b.file,
    whyForeignOnHost: (member, { began, ownFolders }) => {
        const own = ownFolders.find((folder) => (0, host_paths_ts_1.overlap)(folder, member.id));
        if (own !== undefined)
            return `is, holds or is in ${own}, a folder of the agent's own`;
        const made = (0, made_at_ts_1.madeOnHost)(member);
        if ((0, moment_ts_1.isNotOlder)(made, began))
            return undefined;
        const session = new Date(began.earliest).toISOString();
        return (0, moment_ts_1.isNotYounger)(made, began)
            ? `was made at ${member.createdAt}, before the session began (${session})`
            : `was made or written to at ${member.createdAt ?? 'an unknown time'}, and may be older than the session (${session})`;
    },
    // Removing this path would also remove a path above or below it.
    touches: host_paths_ts_1.overlap,
});
