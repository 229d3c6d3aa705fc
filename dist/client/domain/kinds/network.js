"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.network = void 0;
const kind_ts_1 = require("./kind.js");
const references_ts_1 = require("./references.js");
/** Of every engine, or of a Swarm; none can be removed, and none is a test's. */
const PREDEFINED = new Set(['bridge', 'host', 'none', 'ingress', 'docker_gwbridge', 'nat']);
exports.network = (0, kind_ts_1.describeKind)()({
    kind: 'network',
    naming: {
        field: 'networks',
        option: { name: 'network', value: 'N' },
        sharedOption: {
            name: 'shared-network',
            value: 'N',
            help: 'a network that goes only when nobody uses it any more',
        },
        isSharable: true,
        // Its name may have blanks.
        whyNoRef: (ref) => (0, references_ts_1.whyNoName)(ref, 'docker network ls -q --filter type=custom | xargs -I{} topo-gc submit --network {}', true),
    },
    count: 'networks',
    isAlwaysCounted: true,
    word: ['network', 'networks'],
    on: 'engine',
    isLabelled: true,
    hasShortIds: true,
    hasToStop: false,
    goesAfter: ['container'],
    beginsOnce: 'exited',
    // The engine removes bridge networks one after the other: more at once would only keep places from containers. So they are what
    // a collection takes longest for, and go before containers that have stopped long ago.
    removedAtOnce: 2,
    goesFirst: true,
    whyUntouchable: ({ name }) => (PREDEFINED.has(name) ? 'is a predefined network' : undefined),
    whyGuarded: (member, { networks }) => ((0, references_ts_1.isAmong)(networks, member) ? "is the job's own network" : undefined),
});
