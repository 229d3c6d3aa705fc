import type { CountLimit } from '../limits/limits.ts';
import type { Crossing } from './measure.ts';
import type { Amount } from './readings.ts';
/**
 * Compares a count with its limit.
 * @param one the word for one counted thing
 * @param where the words after the count: `pending`, `on the engine`
 */
export declare function countCrossed(one: string, where: string, limit: CountLimit, { value }: Amount, margin: boolean): Crossing | undefined;
