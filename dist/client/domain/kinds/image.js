"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.image = void 0;
const kind_ts_1 = require("./kind.js");
/** Images are nobody's to name: they are found where `remove-images` asks for it. */
exports.image = (0, kind_ts_1.describeKind)()({
    kind: 'image',
    count: 'images',
    isAlwaysCounted: false,
    word: ['image', 'images'],
    on: 'engine',
    isLabelled: false,
    hasShortIds: false,
    hasToStop: false,
    goesAfter: ['container'],
    beginsOnce: 'gone',
    // What others were built on comes behind them.
    removedAtOnce: 1,
    goesInOrder: true,
});
