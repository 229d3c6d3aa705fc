"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.image = void 0;
const kind_ts_1 = require("./kind.js");
/** Clients cannot name images: `remove-images` makes the agent look for them. */
exports.image = (0, kind_ts_1.describeKind)()({
    kind: 'image',
    count: 'images',
    isAlwaysCounted: false,
    word: ['image', 'images'],
    on: 'engine',
    isLabelled: false,
    hasShortIds: false,
    hasToStop: false,
    goesAfter: ['container', 'service'],
    beginsOnce: 'gone',
    // An image goes before the images that it was built on.
    removedAtOnce: 1,
    goesInOrder: true,
});
