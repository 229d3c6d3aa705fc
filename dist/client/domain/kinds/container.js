"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.container = void 0;
const kind_ts_1 = require("./kind.js");
const made_anew_ts_1 = require("./made-anew.js");
const references_ts_1 = require("./references.js");
exports.container = (0, kind_ts_1.describeKind)()({
    kind: 'container',
    naming: {
        field: 'containers',
        option: { name: 'container', value: 'C' },
        isSharable: false,
        // docker inspect writes the names of containers with a slash.
        read: (ref) => ref.replace(/^\//, ''),
        whyNoRef: (ref) => (0, references_ts_1.whyNoName)(ref, 'docker ps -aq | xargs -I{} topo-gc submit --container {}'),
    },
    count: 'containers',
    isAlwaysCounted: true,
    word: ['container', 'containers'],
    on: 'engine',
    isLabelled: true,
    hasShortIds: true,
    hasToStop: true,
    goesAfter: [],
    beginsOnce: 'gone',
    holds: ({ networks = [] }) => networks.map((id) => ({ kind: 'network', id })),
    // Fields without a value are left out: that saves a few MB for 10,000 topologies.
    lean: ({ networks = [], volumes = [], restarts, autoRemove, ...facts }) => ({
        ...facts,
        ...(networks.length > 0 && { networks }),
        ...(volumes.length > 0 && { volumes }),
        ...(restarts && { restarts }),
        ...(autoRemove && { autoRemove }),
    }),
    weight: ({ image = '', networks = [], volumes = [], stopsAfter = [], below = [] }) => image.length +
        [networks, volumes, stopsAfter, below.map(({ path, source }) => path + source)].flat().join().length,
    whyGuarded: (member, { containers }) => (0, references_ts_1.isAmong)(containers, member) ? "is the job's own container or one of its service containers" : undefined,
    whyMadeAnew: made_anew_ts_1.whyMadeAnew,
});
