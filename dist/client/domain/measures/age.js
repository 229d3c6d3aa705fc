"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.age = void 0;
const limit_inputs_ts_1 = require("../limits/limit-inputs.js");
/** The age of the oldest topology. */
exports.age = {
    trigger: 'age',
    input: { name: 'age-threshold', ...limit_inputs_ts_1.durationInput },
    unit: 'ms',
    fires: 'above',
    urgency: 60,
    runsOut: false,
    reads: {
        name: 'age',
        read: (_, { at, oldestAt }) => (oldestAt === undefined ? {} : { oldestMs: at - oldestAt }),
    },
    relief: {
        isMeasured: false,
        cutsGrace: false,
        weighsLayers: false,
        isHelpedByImages: false,
        helpers: (pending) => pending,
        expected: (_, { at, oldestLeft }) => ({ oldestMs: oldestLeft ? at - oldestLeft.submittedAt : 0 }),
    },
    words: {
        // The pending topologies are shown with their ages.
        isShown: false,
        name: () => 'age',
        subject: () => 'age',
        figure: 'amount',
        after: () => 'of the oldest',
        lane: 60,
        wavers: true,
    },
    metrics: [
        {
            name: 'topo_gc_oldest_pending_seconds',
            help: 'Age of the oldest pending topology.',
            isOfPending: true,
            samples: ({ oldestMs = 0 }) => [{ value: oldestMs / 1000 }],
        },
    ],
    amounts: ({ oldestMs: value }) => (value === undefined ? [] : [{ of: 'age', value }]),
    crossed(limit, { value }) {
        if (limit.kind === 'off' || value < limit.ms)
            return undefined;
        return {
            reading: value,
            step: limit.ms,
            reason: `the oldest topology has waited for ${(value / 1000).toFixed(0)} s, threshold ${limit.ms / 1000} s`,
            back: 'the oldest is younger',
        };
    },
};
