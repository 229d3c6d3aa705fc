"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.containers = void 0;
const limit_inputs_ts_1 = require("../limits/limit-inputs.js");
const counts_ts_1 = require("./counts.js");
const left_members_ts_1 = require("./left-members.js");
const WHERE = 'pending';
/** The number of containers that wait for their removal. */
exports.containers = {
    trigger: 'containers',
    input: { name: 'container-threshold', ...(0, limit_inputs_ts_1.countInput)('100') },
    unit: 'count',
    fires: 'above',
    urgency: 40,
    runsOut: false,
    reads: {
        name: 'containers',
        read: (_, { members }) => ({ containers: members.containers ?? 0 }),
    },
    relief: {
        isMeasured: false,
        cutsGrace: false,
        weighsLayers: false,
        isHelpedByImages: false,
        helpers: (pending) => pending.filter((topology) => (0, left_members_ts_1.leftOf)(topology, 'container').length > 0),
        expected: (readings, { topologies }) => ({
            containers: readings.containers - (0, left_members_ts_1.countLeftOf)(topologies, 'container'),
        }),
    },
    words: {
        isShown: true,
        name: () => 'containers',
        subject: () => 'containers',
        figure: 'amount',
        after: () => WHERE,
        lane: 10,
        wavers: false,
    },
    // `topo_gc_pending_members` has them.
    metrics: [],
    whenOften: { effect: 'has fewer and larger collections' },
    amounts: ({ containers: value }) => [{ of: 'containers', value }],
    crossed: (limit, amount, margin) => (0, counts_ts_1.countCrossed)('container', WHERE, limit, amount, margin),
};
