"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.busy = void 0;
exports.busyBetween = busyBetween;
const limit_inputs_ts_1 = require("../limits/limit-inputs.js");
const removal_plan_ts_1 = require("../removal/removal-plan.js");
/** The share of the time between two looks in which the CPUs were busy, 0 to 100; `undefined` if no time has passed. */
function busyBetween(before, after) {
    const total = after.total - before.total;
    return total <= 0 ? undefined : (100 * Math.max(0, after.busy - before.busy)) / total;
}
/** Whether the CPUs have time for topologies that have stopped. */
exports.busy = {
    trigger: 'idle',
    input: { name: 'idle-collect', ...limit_inputs_ts_1.percentInput, fallback: '50%' },
    unit: 'percent',
    fires: 'below',
    urgency: 90,
    runsOut: false,
    reads: {
        name: 'cpu',
        ask: ({ probe }) => probe.cpuTimes(),
        read(times, { busySince }) {
            const busyPercent = times && busySince(times);
            return busyPercent === undefined ? {} : { busyPercent };
        },
    },
    relief: {
        isMeasured: true,
        cutsGrace: false,
        weighsLayers: false,
        isHelpedByImages: false,
        helpers: removal_plan_ts_1.idleBatch,
    },
    words: {
        isShown: true,
        name: () => 'busy',
        subject: () => 'the CPUs',
        figure: 'amount',
        after: () => 'of the CPU',
        lane: 50,
        wavers: true,
    },
    metrics: [
        {
            name: 'topo_gc_cpu_busy_ratio',
            help: 'The share of the time since the last look in which the CPUs were busy.',
            samples: ({ busyPercent }) => (busyPercent === undefined ? [] : [{ value: busyPercent / 100 }]),
        },
    ],
    amounts: ({ busyPercent: value }) => (value === undefined ? [] : [{ of: 'busy', value }]),
    crossed(limit, { value }) {
        if (limit.kind === 'off' || value >= limit.percent)
            return undefined;
        return {
            reading: 100 - value,
            step: 1,
            reason: `the CPUs were ${value.toFixed(0)}% busy, less than ${limit.percent}%`,
            back: `they are ${limit.percent}% busy`,
        };
    },
};
