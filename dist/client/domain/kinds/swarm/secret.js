"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.secret = void 0;
const kind_ts_1 = require("../kind.js");
const references_ts_1 = require("../references.js");
/** A secret of a Swarm. The manager refuses its removal while a service refers to it. */
exports.secret = (0, kind_ts_1.describeKind)()({
    kind: 'secret',
    naming: {
        field: 'secrets',
        option: { name: 'secret', value: 'SECRET' },
        isSharable: false,
        whyNoRef: (ref) => (0, references_ts_1.whyNoName)(ref, 'docker secret ls -q | xargs -I{} topo-gc submit --secret {}'),
    },
    count: 'secrets',
    isAlwaysCounted: false,
    word: ['secret', 'secrets'],
    on: 'engine',
    isClustered: true,
    isLabelled: true,
    hasShortIds: true,
    hasToStop: false,
    goesAfter: ['service'],
    beginsOnce: 'gone',
});
