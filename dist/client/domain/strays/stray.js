"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.describeStray = exports.aboutStray = exports.countStrays = exports.strayOf = void 0;
const name_at_ts_1 = require("../text/name-at.js");
const strayOf = (member, hindrance) => {
    const { kind, id, name, site, createdAt, createdAtMoves } = member;
    const image = member.kind === 'container' ? member.image : undefined;
    return {
        kind,
        id,
        name,
        ...(site !== undefined && { site }),
        ...(createdAt !== undefined && { createdAt }),
        ...(createdAtMoves && { createdAtMoves }),
        ...(image !== undefined && { image }),
        ...hindrance,
    };
};
exports.strayOf = strayOf;
const countStrays = ({ members, more = 0 }) => members.length + more;
exports.countStrays = countStrays;
/** In whole seconds. */
const madeAt = ({ createdAt = 'an unknown time', createdAtMoves }) => `${createdAtMoves ? 'made or written to' : 'made'} at ${createdAt.replace(/\.\d+/, '')}`;
/** `made at 2026-11-24T10:00:05Z, by image nginx, not handed over`: words that follow its name. */
const aboutStray = (stray) => [
    madeAt(stray),
    ...(stray.image === undefined ? [] : [`by image ${stray.image}`]),
    'not handed over',
    ...(stray.why === undefined ? [] : [stray.why]),
].join(', ');
exports.aboutStray = aboutStray;
/** `container web: made at …, not handed over`, one line. */
const describeStray = (stray) => `${stray.kind} ${(0, name_at_ts_1.nameAt)(stray)}: ${(0, exports.aboutStray)(stray)}`;
exports.describeStray = describeStray;
