"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.cpu = void 0;
const limit_inputs_ts_1 = require("../limits/limit-inputs.js");
const left_members_ts_1 = require("./left-members.js");
/** The reading is back at this share of its limit. */
const BACK = 0.8;
/** In points: the pressure of a loaded CPU always varies. */
const STEP = 5;
/** From this CPU pressure on, in %, only this share of the removals goes on at once. */
const PACES = [
    { from: 50, share: 1 / 4 },
    { from: 25, share: 1 / 2 },
];
/** The demand for the CPU: its pressure, or its load if the kernel does not report pressure. */
exports.cpu = {
    trigger: 'cpu',
    input: { name: 'cpu-threshold', ...limit_inputs_ts_1.percentInput },
    unit: 'percent',
    fires: 'above',
    urgency: 50,
    runsOut: false,
    reads: {
        name: 'cpu',
        ask: ({ probe }) => probe.cpu(),
        read: (reading) => (reading === undefined ? {} : { cpu: reading }),
    },
    relief: {
        isMeasured: true,
        cutsGrace: true,
        weighsLayers: false,
        isHelpedByImages: false,
        // Removing topologies that have stopped would take CPU time and give none back.
        helpers: (pending) => pending.filter(left_members_ts_1.isRunning),
    },
    words: {
        isShown: true,
        name: () => 'cpu',
        subject: () => 'cpu',
        figure: 'amount',
        after: (of) => (of === 'load' ? 'load a core' : 'pressure'),
        lane: 50,
        wavers: true,
    },
    metrics: [
        {
            name: 'topo_gc_cpu_ratio',
            help: 'CPU pressure (PSI some avg10), or load a core where the kernel has no PSI; 1 is 100%.',
            samples: (readings) => readings.cpu ? [{ labels: { by: readings.cpu.by }, value: readings.cpu.percent / 100 }] : [],
        },
    ],
    amounts: (readings) => (readings.cpu ? [{ of: readings.cpu.by, value: readings.cpu.percent }] : []),
    crossed(limit, { of, value }, margin) {
        if (limit.kind === 'off')
            return undefined;
        if (margin ? value <= limit.percent * BACK : value < limit.percent)
            return undefined;
        const name = of === 'load' ? 'load a core' : 'CPU pressure';
        return {
            reading: value,
            step: STEP,
            reason: `${name} ${value.toFixed(0)}%, threshold ${limit.percent}%`,
            back: `it is at most ${(limit.percent * BACK).toFixed(0)}%`,
        };
    },
    pace: (readings) => PACES.find(({ from }) => (readings.cpu?.percent ?? 0) >= from)?.share ?? 1,
};
