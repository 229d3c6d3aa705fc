import type { Pressure } from '../measures/measures.ts';
import type { Crossed } from './thresholds.ts';
/**
 * A threshold that has fired and whose reading is not back by the margin since. It fires again for something new only, lest
 * the agent collect in a loop what does not help.
 */
export interface Spent {
    /** How it was after its collection. */
    readonly crossed: Crossed;
    /** How many submissions had come when it was chosen what to collect. */
    readonly submissions: number;
    /** Collections in a row that changed nothing. */
    readonly inVain: number;
    /** Until then a submission is nothing new, as the last collection changed nothing; ms, the agent's clock. */
    readonly pausedUntil: number;
}
/** What a threshold is looked at with. */
export interface Look {
    readonly at: number;
    /** How many have come so far. */
    readonly submissions: number;
}
/** A spent threshold as `GET /v1/status` shows it. */
export interface SpentThreshold {
    /** `ahead`: what would be full too soon. */
    readonly trigger: Pressure | 'ahead';
    /** `/data`, `the inodes of /data`, `memory`, else the trigger's own word. */
    readonly of: string;
    readonly reason: string;
    /** When it is back by its margin, in words: `4.40 GiB are free`. */
    readonly until: string;
    /** Collections in a row that changed nothing of the reading. */
    readonly inVain: number;
    /** For how long submissions do not count yet, in ms. */
    readonly pausedMs: number;
}
/** Whether a threshold that is crossed fires: it has become worse, or others were submitted and there is no pause. */
export declare function mayFire(spent: Spent | undefined, crossed: Crossed, { at, submissions }: Look): boolean;
/**
 * What a collection leaves of a threshold: nothing where the reading is back by its margin.
 * @param before when it fired
 * @param after as it is now, if it is not back
 */
export declare function afterCollection(spent: Spent | undefined, before: Crossed, after: Crossed | undefined, { at, submissions }: Look): Spent | undefined;
