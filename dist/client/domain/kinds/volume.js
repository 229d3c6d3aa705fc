"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.volume = void 0;
exports.isStillVolume = isStillVolume;
const moment_ts_1 = require("../moment.js");
const kind_ts_1 = require("./kind.js");
const references_ts_1 = require("./references.js");
/**
 * Whether the volume that the engine shows is the one that was taken, because a name can be reused. `undefined` if that is
 * unknown: the volume has no time, or its time moved because something wrote to it or because it is another volume.
 * @param isHeard whether the agent listened to the engine all the time, and so would have heard of the removal
 */
function isStillVolume(shown, taken, isHeard) {
    if ((0, moment_ts_1.engineMoment)(taken.createdAt) === undefined)
        return isHeard || undefined;
    if (shown.createdAt === taken.createdAt)
        return true;
    if (!taken.createdAtMoves)
        return false;
    return isHeard || undefined;
}
exports.volume = (0, kind_ts_1.describeKind)()({
    kind: 'volume',
    naming: {
        field: 'volumes',
        option: { name: 'volume', value: 'V' },
        isSharable: true,
        whyNoRef: (ref) => (0, references_ts_1.whyNoName)(ref, 'docker volume ls -q | xargs -I{} topo-gc submit --volume {}'),
    },
    count: 'volumes',
    isAlwaysCounted: true,
    word: ['volume', 'volumes'],
    on: 'engine',
    isLabelled: true,
    hasShortIds: false,
    hasToStop: false,
    // A stopped container still holds it.
    goesAfter: ['container', 'service'],
    beginsOnce: 'gone',
    // The name of a volume is its id, and a name can be reused.
    isSame: (a, b) => a.createdAt === b.createdAt || a.createdAtMoves === true,
    isStill: isStillVolume,
    hasComeSince: ({ name }, { volumes }) => volumes?.includes(name) === false,
});
