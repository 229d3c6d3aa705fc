"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.netns = void 0;
const kind_ts_1 = require("./kind.js");
const netns_rules_ts_1 = require("./netns-rules.js");
/** A link to a container's network namespace. The link may be older than the session, so its target says more than its age. */
exports.netns = (0, kind_ts_1.describeKind)()({
    kind: 'netns',
    naming: {
        field: 'netns',
        option: {
            name: 'netns',
            value: 'N',
            help: 'a link of /var/run/netns to one of the containers; it is removed at once',
        },
        isSharable: false,
        takes: 'takes a list of names of links in /var/run/netns, or of {"name": …}',
        whyNoRef: (ref) => ((0, netns_rules_ts_1.isNetnsName)(ref) ? undefined : netns_rules_ts_1.TAKES_NETNS),
    },
    count: 'links',
    isAlwaysCounted: false,
    word: ['link', 'links'],
    on: 'host',
    isLabelled: false,
    hasShortIds: false,
    hasToStop: false,
    goesAfter: ['container'],
    beginsOnce: 'gone',
    // Removals of links share their threads with the sync of the journal; a link is one call.
    removedAtOnce: 8,
    isSame: (a, b) => a.file === b.file,
});
