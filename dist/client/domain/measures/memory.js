"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.memory = void 0;
const limit_inputs_ts_1 = require("../limits/limit-inputs.js");
const left_members_ts_1 = require("./left-members.js");
const spaces_ts_1 = require("./spaces.js");
/** The memory of the host, and of the control groups that the agent is in. */
exports.memory = {
    trigger: 'memory',
    input: { name: 'memory-threshold', ...(0, limit_inputs_ts_1.spaceInput)('85%') },
    unit: 'bytes',
    fires: 'above',
    urgency: 20,
    runsOut: true,
    reads: {
        name: 'memory',
        async ask({ probe, missing }) {
            const { spaces, failures } = await probe.memory();
            for (const why of failures)
                missing(why);
            return spaces;
        },
        read: (spaces = []) => ({ memory: spaces }),
    },
    relief: {
        isMeasured: true,
        cutsGrace: true,
        weighsLayers: false,
        isHelpedByImages: false,
        // Topologies that have stopped give back almost nothing, but there may be no others.
        helpers: (pending) => pending.toSorted((a, b) => Number((0, left_members_ts_1.isRunning)(b)) - Number((0, left_members_ts_1.isRunning)(a))),
    },
    words: {
        isShown: true,
        name: (of) => (of === 'memory' ? of : `memory ${of}`),
        subject: (of) => of,
        figure: 'used',
        after: () => 'used',
        lane: 40,
        wavers: false,
    },
    metrics: (0, spaces_ts_1.byteMetrics)(({ memory: spaces }) => spaces),
    amounts: ({ memory: spaces }) => spaces.map(spaces_ts_1.bytesOf),
    crossed: (limit, amount, margin) => (0, spaces_ts_1.spaceCrossed)('bytes', amount.of, limit, amount, margin),
};
