import type { Pressure } from '../measures/measures.ts';
import type { Crossed } from './thresholds.ts';
/**
 * A threshold that fired and whose reading has not gone back by the margin since. It fires again only for something new;
 * otherwise the agent would repeat a collection that does not help.
 */
export interface Spent {
    /** The crossed threshold as it was after its collection. */
    readonly crossed: Crossed;
    /** The number of submissions when the agent chose what to collect. */
    readonly submissions: number;
    /** Collections in a row that changed nothing. */
    readonly inVain: number;
    /** Submissions are no news before this time, because the last collection changed nothing; ms, the agent's clock. */
    readonly pausedUntil: number;
}
/** The state in which a threshold is checked. */
export interface Look {
    readonly at: number;
    /** The number of submissions so far. */
    readonly submissions: number;
}
/** A spent threshold as `GET /v1/status` shows it. */
export interface SpentThreshold {
    /** `ahead`: a forecast that something will be full too soon. */
    readonly trigger: Pressure | 'ahead';
    /** `/data`, `the inodes of /data`, `memory`, else the trigger's own word. */
    readonly of: string;
    readonly reason: string;
    /** The condition under which the reading is back by its margin, in words: `4.40 GiB are free`. */
    readonly until: string;
    /** Collections in a row that did not change the reading. */
    readonly inVain: number;
    /** The time until submissions count as news again, in ms. */
    readonly pausedMs: number;
}
/** Whether a crossed threshold fires: it became worse, or there are new submissions and no pause. */
export declare function mayFire(spent: Spent | undefined, crossed: Crossed, { at, submissions }: Look): boolean;
/**
 * The state of a threshold after a collection: `undefined` if the reading is back by its margin.
 * @param before the threshold when it fired
 * @param after the threshold now, if the reading is not back
 */
export declare function afterCollection(spent: Spent | undefined, before: Crossed, after: Crossed | undefined, { at, submissions }: Look): Spent | undefined;
