"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.network = void 0;
const kind_ts_1 = require("./kind.js");
const references_ts_1 = require("./references.js");
/** Networks that every engine, or every Swarm, has. They can't be removed, and never belong to a test. */
const PREDEFINED = new Set(['bridge', 'host', 'none', 'ingress', 'docker_gwbridge', 'nat']);
exports.network = (0, kind_ts_1.describeKind)()({
    kind: 'network',
    naming: {
        field: 'networks',
        option: { name: 'network', value: 'N' },
        sharedOption: {
            name: 'shared-network',
            value: 'N',
            help: 'a network that is removed only when no container uses it',
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
    goesAfter: ['container', 'service'],
    beginsOnce: 'exited',
    // The engine removes bridge networks one after the other: more at once would only take places from containers. A
    // collection spends most of its time on them, so they go before containers that stopped long ago.
    removedAtOnce: 2,
    goesFirst: true,
    whyUntouchable: ({ name }) => (PREDEFINED.has(name) ? 'is a predefined network' : undefined),
    whyGuarded: (member, { networks }) => ((0, references_ts_1.isAmong)(networks, member) ? "is the job's own network" : undefined),
});
