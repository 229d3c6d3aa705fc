"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.config = void 0;
const kind_ts_1 = require("../kind.js");
const references_ts_1 = require("../references.js");
/** A config of a Swarm. The manager refuses its removal while a service refers to it. */
exports.config = (0, kind_ts_1.describeKind)()({
    kind: 'config',
    naming: {
        field: 'configs',
        option: { name: 'config', value: 'CONFIG' },
        isSharable: false,
        whyNoRef: (ref) => (0, references_ts_1.whyNoName)(ref, 'docker config ls -q | xargs -I{} topo-gc submit --config {}'),
    },
    count: 'configs',
    isAlwaysCounted: false,
    word: ['config', 'configs'],
    on: 'engine',
    isClustered: true,
    isLabelled: true,
    hasShortIds: true,
    hasToStop: false,
    goesAfter: ['service'],
    beginsOnce: 'gone',
});
