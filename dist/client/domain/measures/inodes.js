"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.inodes = void 0;
const disk_ts_1 = require("./disk.js");
const spaces_ts_1 = require("./spaces.js");
/** Empty if the file system makes inodes on demand. */
function inodesOf({ of, totalBytes, totalInodes: total, freeInodes: value }) {
    if (total === undefined || value === undefined)
        return [];
    return [{ of, value, total, perByte: totalBytes === 0 ? 0 : total / totalBytes }];
}
const subject = (of) => `the inodes of ${of}`;
/** The inodes of the same file systems, read with the disk. Many small files use up the inodes long before the bytes. */
exports.inodes = {
    trigger: 'disk',
    input: disk_ts_1.disk.input,
    unit: 'inodes',
    fires: 'above',
    urgency: disk_ts_1.disk.urgency,
    runsOut: true,
    relief: disk_ts_1.disk.relief,
    words: {
        isShown: true,
        name: (of) => `inodes ${of}`,
        subject,
        figure: 'used',
        after: () => 'used',
        lane: 80,
        wavers: false,
    },
    metrics: [
        {
            name: 'topo_gc_free_inodes',
            help: 'The free inodes of a file system.',
            samples: (readings) => readings.disk.flatMap(inodesOf).map(({ of, value }) => ({ labels: { of }, value })),
        },
        {
            name: 'topo_gc_size_inodes',
            help: 'All inodes of a file system.',
            samples: (readings) => readings.disk.flatMap(({ of, totalInodes }) => totalInodes === undefined ? [] : [{ labels: { of }, value: totalInodes }]),
        },
    ],
    whenOften: disk_ts_1.disk.whenOften,
    amounts: (readings) => readings.disk.flatMap(inodesOf),
    crossed: (limit, amount, margin) => (0, spaces_ts_1.spaceCrossed)('inodes', subject(amount.of), limit, amount, margin),
};
