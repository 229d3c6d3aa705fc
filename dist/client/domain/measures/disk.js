"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.disk = void 0;
const input_names_ts_1 = require("../limits/input-names.js");
const limit_inputs_ts_1 = require("../limits/limit-inputs.js");
const left_members_ts_1 = require("./left-members.js");
const spaces_ts_1 = require("./spaces.js");
/** In bytes. Smaller layers count as equal, and their age decides. */
const LARGE_LAYERS = 16 * 2 ** 20;
const isLarge = (topology, layerBytes) => (0, left_members_ts_1.layersOf)(topology, layerBytes) >= LARGE_LAYERS;
/** The relief for a file system: bytes and inodes go together. */
const relief = {
    isMeasured: true,
    cutsGrace: false,
    weighsLayers: true,
    isHelpedByImages: true,
    helpers(pending, layerBytes) {
        const weight = (topology) => isLarge(topology, layerBytes) ? (0, left_members_ts_1.layersOf)(topology, layerBytes) : 0;
        return pending.toSorted((a, b) => weight(b) - weight(a));
    },
    isLarge,
    expected({ disk }, { topologies, layerBytes }) {
        const freed = topologies.reduce((sum, topology) => sum + (0, left_members_ts_1.layersOf)(topology, layerBytes), 0);
        return { disk: disk.map((space) => ({ ...space, freeBytes: space.freeBytes + freed })) };
    },
};
/** The bytes of the file systems that hold the engine and the workspace. */
exports.disk = {
    trigger: 'disk',
    input: { name: 'disk-threshold', ...(0, limit_inputs_ts_1.spaceInput)('4GiB free') },
    unit: 'bytes',
    fires: 'above',
    urgency: 10,
    runsOut: true,
    reads: {
        name: 'disk',
        async ask({ probe, missing }) {
            const { spaces, failures } = await probe.disk();
            for (const why of failures)
                missing(why);
            return spaces;
        },
        read: (spaces = []) => ({ disk: spaces }),
    },
    relief,
    words: {
        isShown: true,
        name: (of) => `disk ${of}`,
        subject: (of) => of,
        figure: 'free',
        after: () => 'free',
        lane: 30,
        wavers: false,
    },
    metrics: (0, spaces_ts_1.byteMetrics)(({ disk: spaces }) => spaces),
    whenOften: {
        input: { name: input_names_ts_1.INPUT.removeImages, from: 'never', to: 'pulled' },
        effect: 'also removes images that came during the job',
    },
    amounts: ({ disk: spaces }) => spaces.map(spaces_ts_1.bytesOf),
    crossed: (limit, amount, margin) => (0, spaces_ts_1.spaceCrossed)('bytes', amount.of, limit, amount, margin),
};
