"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.mayFire = mayFire;
exports.afterCollection = afterCollection;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 300_000;
/** Less than that share of what counts as news is nothing. */
const NOTHING = 0.1;
/** Whether a threshold that is crossed fires: it has become worse, or others were submitted and there is no pause. */
function mayFire(spent, crossed, { at, submissions }) {
    if (spent === undefined)
        return true;
    if (crossed.reading - spent.crossed.reading >= crossed.step)
        return true;
    return submissions !== spent.submissions && at >= spent.pausedUntil;
}
/**
 * What a collection leaves of a threshold: nothing where the reading is back by its margin.
 * @param before when it fired
 * @param after as it is now, if it is not back
 */
function afterCollection(spent, before, after, { at, submissions }) {
    if (after === undefined)
        return undefined;
    const hasHelped = before.reading - after.reading >= before.step * NOTHING;
    const inVain = hasHelped ? 0 : (spent?.inVain ?? 0) + 1;
    const pauseMs = inVain === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (inVain - 1));
    return { crossed: after, submissions, inVain, pausedUntil: at + pauseMs };
}
