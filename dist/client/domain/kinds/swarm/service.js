"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.service = void 0;
const kind_ts_1 = require("../kind.js");
const references_ts_1 = require("../references.js");
/** A service of a Swarm. Its deletion is its stop: its nodes then stop and remove the containers of its tasks. */
exports.service = (0, kind_ts_1.describeKind)()({
    kind: 'service',
    naming: {
        field: 'services',
        option: { name: 'service', value: 'S' },
        isSharable: false,
        whyNoRef: (ref) => (0, references_ts_1.whyNoName)(ref, 'docker service ls -q | xargs -I{} topo-gc submit --service {}'),
    },
    count: 'services',
    isAlwaysCounted: false,
    word: ['service', 'services'],
    on: 'engine',
    isClustered: true,
    isLabelled: true,
    hasShortIds: true,
    hasToStop: true,
    goesAfter: [],
    beginsOnce: 'gone',
    holds: ({ networks = [] }) => networks.map((id) => ({ kind: 'network', id })),
    weight: ({ image = '', networks = [], volumes = [], volumesWith = '', tasks = [] }) => image.length +
        volumesWith.length +
        [networks, volumes, tasks.map((task) => Object.values(task).join())].flat().join().length,
});
