import type { CountLimit } from '../limits/limits.ts';
import type { Crossing } from './measure.ts';
import type { Amount } from './readings.ts';
/**
 * Compares a count with its limit.
 * @param one one of what is counted, in words
 * @param where what is said of them: `pending`, `on the engine`
 */
export declare function countCrossed(one: string, where: string, limit: CountLimit, { value }: Amount, margin: boolean): Crossing | undefined;
