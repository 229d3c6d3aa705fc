import type { Facts } from '../kinds/kind.ts';
import { type EngineMoment, type HostMoment } from '../moment.ts';
type Made = Pick<Facts, 'createdAt' | 'createdAtMoves'>;
/**
 * The time at which the engine made a member, by the engine's clock. A moving time only moves forward, so it is the latest
 * possible time.
 */
export declare function madeOnEngine({ createdAt, createdAtMoves }: Made): EngineMoment;
/** The time at which a link or a path was made, by this host's clock. */
export declare function madeOnHost({ createdAt, createdAtMoves }: Made): HostMoment;
export {};
