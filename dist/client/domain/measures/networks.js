"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.networks = void 0;
const limit_inputs_ts_1 = require("../limits/limit-inputs.js");
const counts_ts_1 = require("./counts.js");
const left_members_ts_1 = require("./left-members.js");
const WHERE = 'on the engine';
/** The number of bridge networks on the engine, whose address pools run out. */
exports.networks = {
    trigger: 'networks',
    input: { name: 'network-threshold', ...(0, limit_inputs_ts_1.countInput)('24') },
    unit: 'count',
    fires: 'above',
    urgency: 30,
    runsOut: false,
    reads: {
        name: 'networks',
        ask: ({ engine }) => engine.countBridges(),
        read: (count) => (count === undefined ? {} : { networks: count }),
    },
    relief: {
        isMeasured: false,
        cutsGrace: false,
        weighsLayers: false,
        isHelpedByImages: false,
        helpers: (pending) => pending.filter((topology) => (0, left_members_ts_1.leftOf)(topology, 'network').length > 0),
        expected: ({ networks: count }, { topologies }) => count === undefined ? {} : { networks: count - (0, left_members_ts_1.countLeftOf)(topologies, 'network') },
    },
    words: {
        isShown: true,
        name: () => 'networks',
        subject: () => 'networks',
        figure: 'amount',
        after: () => WHERE,
        lane: 20,
        wavers: false,
    },
    metrics: [
        {
            name: 'topo_gc_engine_networks',
            help: 'Bridge networks on the engine, whoever made them.',
            samples: ({ networks: value }) => (value === undefined ? [] : [{ value }]),
        },
    ],
    whenOften: {
        effect: 'has fewer and larger collections, once the daemon has more address pools (default-address-pools)',
    },
    amounts: ({ networks: value }) => (value === undefined ? [] : [{ of: 'networks', value }]),
    crossed: (limit, amount, margin) => (0, counts_ts_1.countCrossed)('network', WHERE, limit, amount, margin),
};
