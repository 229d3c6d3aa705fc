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

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 300_000;

/** A smaller share of the news step counts as no change. */
const NOTHING = 0.1;

/** Whether a crossed threshold fires: it became worse, or there are new submissions and no pause. */
export function mayFire(spent: Spent | undefined, crossed: Crossed, { at, submissions }: Look): boolean {
  if (spent === undefined) return true;
  if (crossed.reading - spent.crossed.reading >= crossed.step) return true;
  return submissions !== spent.submissions && at >= spent.pausedUntil;
}

/**
 * The state of a threshold after a collection: `undefined` if the reading is back by its margin.
 * @param before the threshold when it fired
 * @param after the threshold now, if the reading is not back
 */
export function afterCollection(
  spent: Spent | undefined,
  before: Crossed,
  after: Crossed | undefined,
  { at, submissions }: Look,
): Spent | undefined {
  if (after === undefined) return undefined;
  const hasHelped = before.reading - after.reading >= before.step * NOTHING;
  const inVain = hasHelped ? 0 : (spent?.inVain ?? 0) + 1;
  const pauseMs = inVain === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (inVain - 1));
  return { crossed: after, submissions, inVain, pausedUntil: at + pauseMs };
}
